package io.labrun.cli;

import io.labrun.docker.DockerConnector;
import io.labrun.docker.Surroundings;
import io.labrun.load.danger.Machine;
import io.labrun.run.engine.Engine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Connects to the engine in the background, since that takes as long as to read a scenario, and
 * gives it to whoever needs it.
 */
final class Engines implements AutoCloseable {
  private final CompletableFuture<Engine> engine = new CompletableFuture<>();

  private Engines() {}

  /** Begins to connect. */
  static Engines connect(Console console, Optional<String> host) {
    Engines engines = new Engines();
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

  private static Path home(Map<String, String> env) {
    return Path.of(env.getOrDefault("HOME", System.getProperty("user.home", "/")));
  }

  /** What a scenario's dangers are judged by. */
  static Machine machine(Map<String, String> env, Optional<String> host) {
    return new Machine(home(env), new DockerConnector(around(env)).sockets(host));
  }

  private void find(Console console, Optional<String> host) {
    try {
      engine.complete(now(console, host));
    } catch (RuntimeException | Error e) {
      engine.completeExceptionally(e);
    }
  }

  /**
   * The engine; waits until it answers.
   *
   * @throws io.labrun.run.engine.EngineException if none does
   */
  Engine get() {
    try {
      return engine.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** The engine, if it is there already. */
  Optional<Engine> ifThere() {
    boolean there = engine.isDone() && !engine.isCompletedExceptionally();
    return there ? Optional.of(engine.join()) : Optional.empty();
  }

  @Override
  public void close() {
    ifThere().ifPresent(Engine::close);
  }
}
