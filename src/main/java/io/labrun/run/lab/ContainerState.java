package io.labrun.run.lab;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the engine says of a container at one moment.
 *
 * @param tree the engine's own JSON
 */
public record ContainerState(Tree tree) {
  private static final Duration DEFAULT = Duration.ofSeconds(30);

  /** Looks at a container that must stand; one that is gone by itself is a problem too. */
  public static ContainerState of(Lab lab, String key) {
    String id = lab.container(key);
    return look(lab.engineOf(key), id).orElseThrow(() -> Gone.problem(lab, key));
  }

  /** Looks at a container; empty if it was not made yet, or is gone. */
  public static Optional<ContainerState> find(Lab lab, String key) {
    return lab.findContainer(key).flatMap(id -> look(lab.engineOf(key), id));
  }

  private static Optional<ContainerState> look(Engine engine, String id) {
    try {
      return Optional.of(new ContainerState(new Tree(engine.inspect(ObjectKind.CONTAINER, id))));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * {@code created}, {@code running}, {@code paused}, {@code restarting}, {@code exited}, {@code
   * dead}.
   */
  public String status() {
    return tree.text("State", "Status").orElse("unknown");
  }

  /** Whether its process runs. */
  public boolean isRunning() {
    return tree.flag("State", "Running") && !tree.flag("State", "Restarting");
  }

  /** Whether its process has ended and the engine won't start it again. */
  public boolean hasEnded() {
    return List.of("exited", "dead").contains(status());
  }

  /** The exit code; 0 while it runs. */
  public int exitCode() {
    return (int) tree.whole("State", "ExitCode");
  }

  /** When it was last started, as the engine writes it. */
  public String startedAt() {
    return tree.text("State", "StartedAt").orElse("");
  }

  /** {@code starting}, {@code healthy}, {@code unhealthy}; empty without a health check. */
  public Optional<String> health() {
    return tree.text("State", "Health", "Status").filter(status -> !status.equals("none"));
  }

  /** What the last health check printed, line by line. */
  public List<String> lastHealthOutput() {
    List<Tree> log = tree.items("State", "Health", "Log");
    return log.isEmpty()
        ? List.of()
        : log.get(log.size() - 1).text("Output").stream().flatMap(String::lines).toList();
  }

  /** By when a health check must have come to a verdict, in the worst case, and a little more. */
  public Duration healthLimit() {
    Duration interval = nanos("Interval").orElse(DEFAULT);
    Duration timeout = nanos("Timeout").orElse(DEFAULT);
    Duration startPeriod = nanos("StartPeriod").orElse(Duration.ZERO);
    long retries = Math.max(tree.whole("Config", "Healthcheck", "Retries"), 3);
    return startPeriod.plus(interval.plus(timeout).multipliedBy(retries + 1)).plusSeconds(10);
  }

  private Optional<Duration> nanos(String key) {
    return Optional.of(tree.whole("Config", "Healthcheck", key))
        .filter(nanos -> nanos > 0)
        .map(Duration::ofNanos);
  }
}
