package io.labrun.cli;

import io.labrun.docker.DockerConnector;
import io.labrun.machine.LocalMachine;
import io.labrun.machine.Machine;
import io.labrun.own.Leavings;
import io.labrun.own.PrivateEngine;
import io.labrun.report.Detail;
import io.labrun.run.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The private engine of one command: started when it is first needed, ended with the command. */
final class OwnEngine implements AutoCloseable {
  private static final String NAME = "a private engine";

  private final Console console;
  private final boolean meant;
  private final Detail detail;
  private final Machine machine = new LocalMachine();
  private volatile PrivateEngine engine;

  /**
   * An engine that is not started yet.
   *
   * @param meant whether the user asked for it; otherwise it stands in for one that does not answer
   * @param detail what is said of it: where it stands in, that it does, unless only trouble is
   *     wanted; how long its start took, if all is wanted
   */
  OwnEngine(Console console, boolean meant, Detail detail) {
    this.console = console;
    this.meant = meant;
    this.detail = detail;
  }

  /** Whether the user asked for it. */
  boolean isMeant() {
    return meant;
  }

  /** Whether this machine can have one. */
  boolean isPossible() {
    return PrivateEngine.lacking(machine).isEmpty();
  }

  /** Whether it was started. */
  boolean isThere() {
    return engine != null;
  }

  /**
   * The engine, started if it was not.
   *
   * @param users the user's engine, if one answers
   * @throws io.labrun.own.PrivateEngineException if this machine can't have one
   */
  Engine start(Supplier<Optional<Engine>> users) {
    if (engine == null) {
      long start = System.nanoTime();
      DockerConnector connector = Engines.connector(console.env());
      engine =
          PrivateEngine.start(
              new PrivateEngine.Setting(
                  machine,
                  cache(console.env()),
                  Owner.current().toString(),
                  socket -> connector.connect(socket, NAME),
                  users));
      say(Duration.ofNanos(System.nanoTime() - start));
    }
    return engine.engine();
  }

  private void say(Duration took) {
    String version = engine.engine().facts().version();
    if (!meant && detail != Detail.QUIET) {
      console
          .err()
          .println(
              "labrun: no Docker engine answers: using a private one (Docker %s), which ends with this run"
                  .formatted(version));
    }
    if (detail == Detail.VERBOSE) {
      String words = "labrun: the private engine (Docker %s) was ready after %.1f s";
      console.err().println(words.formatted(version, took.toMillis() / 1000.0));
    }
  }

  /** Removes what is left of engines whose labrun is gone, and gives their names. */
  static List<String> clean(Map<String, String> env) {
    return new Leavings(new LocalMachine(), cache(env)).remove(Owner::mayRun);
  }

  /** Only root has private engines, so the machine's cache is the usual place. */
  private static Path cache(Map<String, String> env) {
    return Optional.ofNullable(env.get("XDG_CACHE_HOME"))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(Path.of("/var/cache"))
        .resolve("labrun");
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
