package io.labrun.grade;

import io.labrun.batch.Job;
import io.labrun.batch.PlannedRun;
import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One submission: looked through, then run within limits. */
public final class SubmissionJob implements Job {
  private final Setting setting;
  private final Submission submission;
  private volatile Problem ungraded;

  /** A submission to be graded. */
  public SubmissionJob(Setting setting, Submission submission) {
    this.setting = setting;
    this.submission = submission;
  }

  @Override
  public String file() {
    return submission.name();
  }

  @Override
  public Optional<FileResult> settled() {
    return submission
        .look(setting.exercise(), setting.limits().disk())
        .map(
            refusal ->
                refusal.students()
                    ? FileResult.of(file(), ScenarioRun.of(untried(draw(), refusal.problem())))
                    : FileResult.unrun(file(), refusal.problem()));
  }

  private Plan draw() {
    String name = setting.exercise().scenario().name().name();
    return Planner.plan(setting.exercise().scenario(), setting.names().draw(name));
  }

  /** A result without any points. */
  static ScenarioResult untried(Plan plan, Problem why) {
    List<AssertionResult> none =
        plan.scenario().assertions().stream()
            .map(assertion -> AssertionResult.untried(assertion, Status.BLOCKED, why))
            .toList();
    return new ScenarioResult(
        plan, Outcome.ERROR, none, Optional.of(why), List.of(), false, Duration.ZERO);
  }

  @Override
  public PlannedRun plan() {
    ungraded = null;
    return new SubmissionRun(setting, submission, draw(), why -> ungraded = why);
  }

  /** A result as it counts: what could not be graded here is no verdict on the student. */
  public FileResult graded(FileResult result) {
    boolean clean = result.result().filter(r -> r.leftovers().isEmpty()).isPresent();
    return ungraded != null && clean ? FileResult.unrun(file(), ungraded) : result;
  }
}
