package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.SwarmTask;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Waits until the update of a service is over. It looks by the clock, as {@link Rollout} does. */
final class ServiceUpdate {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** An update that changes nothing has no status: so long its begin is waited for. */
  private static final Duration BEGINS = Duration.ofSeconds(2);

  private static final Set<String> TROUBLED =
      Set.of("paused", "rollback_started", "rollback_paused");
  private static final Set<String> GIVEN_UP =
      Set.of("paused", "rollback_paused", "rollback_completed");

  private final Lab lab;
  private final String service;
  private final Cancellation cancellation;
  private final Stopwatch watch = new Stopwatch();

  /** An update that was told to the swarm just now. */
  ServiceUpdate(Lab lab, String service, Cancellation cancellation) {
    this.lab = lab;
    this.service = service;
    this.cancellation = cancellation;
  }

  /**
   * Waits for its end; that it was given up is a problem in the swarm's words.
   *
   * @param before the ids of the tasks that it replaces
   */
  void await(Set<String> before) {
    String reason = "";
    while (true) {
      Tree status = status();
      String state = status.text("State").orElse("");
      if (TROUBLED.contains(state)) {
        reason = status.text("Message").orElse(reason);
      }
      if (state.equals("completed") || state.isEmpty() && isSettled()) {
        return;
      }
      if (GIVEN_UP.contains(state)) {
        String how = state.equals("rollback_completed") ? "rolled back" : "paused";
        throw new RolloutProblems(lab, service).givenUp(how, reason, failed(before));
      }
      if (watch.elapsed().compareTo(LIMIT) > 0) {
        throw ProblemException.lasting(
            Problem.of(
                "the update of `%s` is not over after %d min"
                    .formatted(service, LIMIT.toMinutes())));
      }
      cancellation.pauseAndCheck(Rollout.PAUSE_MILLIS);
    }
  }

  private Tree status() {
    String id = lab.services().get(service);
    Tree found = new Tree(lab.engineOfService(service).inspect(ObjectKind.SERVICE, id));
    return new Tree(found.at("UpdateStatus").orElse(Map.of()));
  }

  private boolean isSettled() {
    return watch.elapsed().compareTo(BEGINS) > 0
        && lab.tasks().all(service).stream()
            .filter(task -> task.desiredState().equals("running"))
            .allMatch(SwarmTask::runs);
  }

  private Optional<SwarmTask> failed(Set<String> before) {
    return lab.tasks().all(service).stream()
        .filter(task -> !before.contains(task.id()) && task.isOver())
        .findFirst();
  }
}
