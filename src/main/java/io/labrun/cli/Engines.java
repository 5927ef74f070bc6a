package io.labrun.cli;

import io.labrun.docker.DockerConnector;
import io.labrun.docker.Surroundings;
import io.labrun.load.danger.Machine;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.NoEngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Connects to the user's engine in the background, since that takes as long as to read a scenario,
 * and gives it, or a private one in its place, to whoever needs it.
 */
final class Engines implements AutoCloseable {
  private final CompletableFuture<Engine> engine = new CompletableFuture<>();
  private final Optional<OwnEngine> own;

  private Engines(Optional<OwnEngine> own) {
    this.own = own;
  }

  /** Begins to connect to the user's engine. */
  static Engines connect(Console console, Optional<String> host) {
    return connect(console, host, Optional.empty());
  }

  /** Begins to connect to the user's engine, for the images; all else is done on a private one. */
  static Engines ofOwn(Invocation invocation) {
    OwnEngine own = new OwnEngine(invocation.console(), true, invocation.detail());
    return connect(invocation.console(), invocation.host(), Optional.of(own));
  }

  /**
   * Begins to connect to the user's engine; where none is named and none answers, a private one
   * stands in, if that can be had.
   *
   * @param may whether it may; not where something is to stand afterwards
   */
  static Engines ofUserOrOwn(Invocation invocation, boolean may) {
    Map<String, String> env = invocation.console().env();
    boolean named = connector(env).isNamed(invocation.host());
    Optional<OwnEngine> own =
        may && !named
            ? Optional.of(new OwnEngine(invocation.console(), false, invocation.detail()))
            : Optional.empty();
    return connect(invocation.console(), invocation.host(), own);
  }

  private static Engines connect(Console console, Optional<String> host, Optional<OwnEngine> own) {
    Engines engines = new Engines(own);
    Thread thread = new Thread(() -> engines.find(console, host), "labrun-connect");
    thread.setDaemon(true);
    thread.start();
    return engines;
  }

  /** Connects now. */
  static Engine now(Console console, Optional<String> host) {
    Surroundings around = around(console.env()).attended(console.terminal().in());
    return new DockerConnector(around).connect(host);
  }

  private static Surroundings around(Map<String, String> env) {
    return Surroundings.of(env, home(env));
  }

  /** Looks for engines as a user's environment says. */
  static DockerConnector connector(Map<String, String> env) {
    return new DockerConnector(around(env));
  }

  private static Path home(Map<String, String> env) {
    return Path.of(env.getOrDefault("HOME", System.getProperty("user.home", "/")));
  }

  /**
   * What a scenario's dangers are judged by.
   *
   * @param hosts the engines that the user named; none for the usual one
   */
  static Machine machine(Map<String, String> env, List<String> hosts) {
    DockerConnector connector = connector(env);
    List<Path> sockets =
        hosts.isEmpty()
            ? connector.sockets(Optional.empty())
            : hosts.stream().flatMap(h -> connector.sockets(Optional.of(h)).stream()).toList();
    return new Machine(home(env), sockets);
  }

  private void find(Console console, Optional<String> host) {
    try {
      engine.complete(now(console, host));
    } catch (RuntimeException | Error e) {
      engine.completeExceptionally(e);
    }
  }

  /**
   * The engine; waits until it answers. A private one is only started now.
   *
   * @throws io.labrun.run.engine.EngineException if none does
   */
  Engine get() {
    if (isPrivate()) {
      return own.get().start(this::usersIfAny);
    }
    try {
      return users();
    } catch (NoEngineException e) {
      if (own.filter(OwnEngine::isPossible).isEmpty()) {
        throw e;
      }
      return own.get().start(Optional::empty);
    }
  }

  /** Whether a private engine was asked for: what is done to it as a whole harms nobody. */
  boolean isPrivate() {
    return own.filter(OwnEngine::isMeant).isPresent();
  }

  /** Whether a private engine runs. */
  boolean isOwn() {
    return own.filter(OwnEngine::isThere).isPresent();
  }

  private Optional<Engine> usersIfAny() {
    try {
      return Optional.of(users());
    } catch (EngineException e) {
      return Optional.empty();
    }
  }

  private Engine users() {
    try {
      return engine.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The user's engine, if it is there already. */
  Optional<Engine> ifThere() {
    boolean there = engine.isDone() && !engine.isCompletedExceptionally();
    return there ? Optional.of(engine.join()) : Optional.empty();
  }

  @Override
  public void close() {
    try (OwnEngine closed = own.orElse(null)) {
      ifThere().ifPresent(Engine::close);
    }
  }
}
