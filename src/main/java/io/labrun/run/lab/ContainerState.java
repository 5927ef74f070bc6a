package io.labrun.run.lab;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the engine says of a container at one moment.
 *
 * @param tree the engine's own JSON
 */
public record ContainerState(Tree tree) {
  private static final Duration DEFAULT = Duration.ofSeconds(30);

  /** The exit code of a process that was ended by signal 9. */
  private static final int KILLED = 137;

  /** Looks at a container that must stand; one that is gone by itself is a problem too. */
  public static ContainerState of(Lab lab, String key) {
    String id = lab.containers().get(key);
    return look(lab.engineOf(key), id).orElseThrow(() -> Gone.problem(lab, key));
  }

  /** Looks at a container; empty if it was not made yet, or is gone. */
  public static Optional<ContainerState> find(Lab lab, String key) {
    return lab.containers().find(key).flatMap(id -> look(lab.engineOf(key), id));
  }

  /** Looks at a container by its id; empty if it is gone. */
  static Optional<ContainerState> look(Engine engine, String id) {
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

  /**
   * The last health check if it failed: which it was, its exit code, and what it printed, line by
   * line; empty if none has been made, or it did not fail.
   */
  public List<String> failedHealthCheck() {
    return lastHealthCheck()
        .filter(check -> check.whole("ExitCode") != 0)
        .map(this::failed)
        .orElse(List.of());
  }

  /** One that was killed with its container tells nothing. */
  private Optional<Tree> lastHealthCheck() {
    List<Tree> log = tree.items("State", "Health", "Log");
    int last = log.size() - 1;
    boolean killed = last > 0 && hasEnded() && log.get(last).whole("ExitCode") == KILLED;
    return log.stream().skip(killed ? last - 1 : Math.max(0, last)).findFirst();
  }

  private List<String> failed(Tree check) {
    List<String> output = check.text("Output").stream().flatMap(String::lines).toList();
    List<String> out = new ArrayList<>();
    out.add(
        "its health check `%s` failed with exit code %d%s"
            .formatted(healthCheck(), check.whole("ExitCode"), output.isEmpty() ? "" : ":"));
    out.addAll(output);
    return out;
  }

  /** The first word says how the rest is run. */
  private String healthCheck() {
    return tree.items("Config", "Healthcheck", "Test").stream()
        .skip(1)
        .map(word -> word.value().toString())
        .collect(Collectors.joining(" "));
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
