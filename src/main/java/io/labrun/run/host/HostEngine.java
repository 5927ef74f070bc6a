package io.labrun.run.host;

import io.labrun.event.Problem;
import io.labrun.run.engine.DialRequest;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Switches hosts on and off. */
public final class HostEngine {
  /** An engine that has not begun to answer by then never will. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int LAST_LINES = 50;

  /** Waits for the engine's socket; what comes after waits in there until the engine is ready. */
  private static final List<String> DIAL =
      List.of(
          "sh",
          "-c",
          "until [ -S /var/run/docker.sock ]; do sleep 0.05; done; exec docker system dial-stdio");

  private HostEngine() {}

  /**
   * Switches a host on and waits until its engine answers.
   *
   * @throws ProblemException if it does not
   */
  public static void start(String host, Lab lab) {
    lab.engine().start(lab.hosts().container(host));
    connect(host, lab);
  }

  /** Waits until the engine of a host that is switched on answers. */
  public static void connect(String host, Lab lab) {
    String container = lab.hosts().container(host);
    try {
      lab.hosts()
          .answers(host, lab.engine().inside(new DialRequest(container, host, DIAL, PATIENCE)));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.INTERRUPTED) {
        throw e;
      }
      throw ProblemException.lasting(
          Problem.of("the engine of the host `" + host + "` does not answer: " + e.getMessage())
              .details(lastWords(container, lab.engine())));
    }
  }

  private static List<String> lastWords(String container, Engine engine) {
    ExecResult log = engine.logs(container, LAST_LINES);
    return EngineLog.telling(Stream.concat(log.stdout().lines(), log.stderr().lines()).toList());
  }

  /** Switches a host off as a power cut would. */
  public static void stop(String host, Lab lab) {
    String container = lab.hosts().container(host);
    lab.hosts().gone(host);
    lab.engine().kill(container, "SIGKILL");
  }
}
