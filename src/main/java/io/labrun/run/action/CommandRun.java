package io.labrun.run.action;

import io.labrun.event.Problem;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Ended;
import io.labrun.run.lab.Lab;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command that was run in a container.
 *
 * @param key the container's key
 * @param limit how long it could take
 * @param result what it left behind
 */
public record CommandRun(String key, Duration limit, ExecResult result) {
  private static final int LAST_LINES = 20;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  /**
   * Runs a command.
   *
   * @throws io.labrun.run.lab.ProblemException if the container does not run
   */
  public static CommandRun of(Command command, String key, Lab lab, Duration limit) {
    ContainerState state = ContainerState.of(lab, key);
    if (!state.isRunning()) {
      throw Ended.problem(lab, key, state);
    }
    return new CommandRun(
        key, limit, lab.engineOf(key).exec(command.in(lab.containers().get(key), limit)));
  }

  /** The exit code of one that has ended. */
  public int exitCode() {
    return result.exitCode().orElseThrow();
  }

  /** The problem that it has not ended; empty if it has. */
  public Optional<Problem> unfinished() {
    String what = "the command in `%s` had not ended after %s and runs on";
    return result.timedOut()
        ? Optional.of(
            Problem.of(what.formatted(key, Spoken.of(limit)))
                .details(lastLines())
                .help("give it more time: `timeout`"))
        : Optional.empty();
  }

  /** The problem that there is no such program; empty if there is, and while it runs. */
  public Optional<Problem> missing() {
    String what = "the command can't be run in `%s` (exit code %d)";
    return result
        .exitCode()
        .filter(code -> code == NOT_EXECUTABLE || code == NOT_FOUND)
        .map(code -> Problem.of(what.formatted(key, code)).details(lastLines()));
  }

  /** The last lines of both outputs. */
  public List<String> lastLines() {
    List<String> all = Stream.concat(result.stdout().lines(), result.stderr().lines()).toList();
    return all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
  }
}
