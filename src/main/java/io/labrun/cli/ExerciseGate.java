package io.labrun.cli;

import io.labrun.files.FileFault;
import io.labrun.grade.Exercise;
import io.labrun.grade.Submissions;
import io.labrun.load.LoadResult;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.Report;
import io.labrun.report.Task;
import io.labrun.run.Cancellation;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;

/** Lets an exercise through that can grade somebody and gets all that it asks for. */
final class ExerciseGate {
  private final Invocation invocation;
  private final Fleet fleet;
  private final Gate gate;

  /** A gate for one grading. */
  ExerciseGate(Invocation invocation, Fleet fleet, Set<Grant> allowed, Cancellation cancellation) {
    this.invocation = invocation;
    this.fleet = fleet;
    this.gate = new Gate(invocation, allowed, cancellation);
  }

  /**
   * Looks whether an exercise says what is handed in and what it is worth.
   *
   * @throws UseException if not
   */
  void check(Exercise exercise) {
    if (exercise.scenario().submission().isEmpty()) {
      throw new UseException(
          "`" + exercise.file() + "` does not say what is handed in, so it grades nobody",
          "submission: [site/]    names the files and folders; labrun explain submission");
    }
    if (exercise.scenario().assertions().stream().allMatch(one -> one.points() == 0)) {
      throw new UseException(
          "`" + exercise.file() + "` gives no points for anything",
          "labrun explain assertions points");
    }
  }

  /**
   * Looks whether a folder may hold a folder for each student.
   *
   * @throws UseException if it is one student's own
   */
  void check(Exercise exercise, Path folder) {
    try {
      if (Submissions.isOneStudents(folder, exercise)) {
        Path above = folder.toAbsolutePath().normalize().getParent();
        throw new UseException(
            "`" + folder + "` holds what one student hands in, not a folder for each student",
            "--submissions " + above + "    if that has a folder for each");
      }
    } catch (IOException e) {
      throw new UseException("the folder `" + folder + "` cannot be read: " + FileFault.reason(e));
    }
  }

  /** A person decides once, on the exercise: no submission can ask for more. */
  boolean isRefused(Exercise exercise, LoadResult loaded) {
    Scenario scenario = exercise.scenario();
    Plan plan = Planner.plan(scenario, RunName.draw(scenario.name().name(), new Random()));
    try (Report shown = Reports.open(invocation.console(), invocation.reportSettings(), Task.RUN)) {
      return gate.refusal(exercise.file(), loaded, fleet.dangers(loaded), plan, shown).isPresent();
    }
  }
}
