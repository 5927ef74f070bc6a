package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.engine.SwarmTask;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LastWords;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.lab.TaskNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why the tasks of a service do not run as they should. */
final class RolloutProblems {
  private final Lab lab;
  private final String service;

  RolloutProblems(Lab lab, String service) {
    this.lab = lab;
    this.service = service;
  }

  /** A task has ended that should run. */
  ProblemException over(SwarmTask task) {
    String what =
        "a task of the service `%s` does not run: %s".formatted(service, names().told(task));
    return ProblemException.refused(Problem.of(what).details(LastWords.of(lab, task)), what);
  }

  /**
   * Not enough tasks run in time.
   *
   * @param constraints those that may be the reason, told beside the nodes that they are about
   */
  ProblemException late(long running, long wanted, List<SwarmTask> all, List<String> constraints) {
    List<String> told = told(all);
    if (told.isEmpty()) {
      told.add("the swarm has planned no task of it");
    }
    if (!constraints.isEmpty()) {
      told.add("its tasks may run only where " + String.join(", ", constraints));
      told.addAll(lab.nodes().told(service));
    }
    String what = "of the service `%s` only %d of %d tasks run".formatted(service, running, wanted);
    return refused(what, told);
  }

  /** How each task is that shall run; of one whose health check fails, also how. */
  private List<String> told(List<SwarmTask> all) {
    TaskNames names = names();
    List<SwarmTask> meant =
        all.stream().filter(task -> !task.desiredState().equals("shutdown")).toList();
    List<String> out = new ArrayList<>(meant.stream().map(names::told).sorted().toList());
    meant.stream()
        .filter(task -> task.state().equals("starting"))
        .findFirst()
        .ifPresent(task -> out.addAll(LastWords.of(lab, task)));
    return out;
  }

  /**
   * The swarm gave an update up.
   *
   * @param how what it did then
   * @param reason why, in its own words
   * @param failed a new task that ended, if any
   */
  ProblemException givenUp(String how, String reason, Optional<SwarmTask> failed) {
    List<String> details = new ArrayList<>(List.of(reason));
    failed.ifPresent(
        task -> {
          details.add(names().told(task));
          details.addAll(LastWords.of(lab, task));
        });
    return refused("the update of the service `%s` was %s".formatted(service, how), details);
  }

  private TaskNames names() {
    return lab.nodes().names(service);
  }

  private static ProblemException refused(String what, List<String> details) {
    List<String> words = new ArrayList<>(List.of(what));
    words.addAll(details);
    return ProblemException.refused(Problem.of(what).details(details), String.join("\n", words));
  }
}
