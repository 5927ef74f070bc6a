package io.labrun.cli;

import io.labrun.event.FileResult;
import io.labrun.grade.Exercise;
import io.labrun.grade.Setting;
import io.labrun.grade.Submission;
import io.labrun.grade.SubmissionJob;
import io.labrun.report.GradeProgress;
import io.labrun.report.GradeText;
import java.util.List;

/** Tries whether the exercise can be solved here at all, and within the limits. */
final class SolutionTrial {
  private static final String SOLUTION = "the exercise's own solution";

  private final Console console;
  private final SubmissionBatch batch;
  private final GradeText text;
  private final GradeProgress report;

  /**
   * A trial.
   *
   * @param report keeps nothing of it where it goes well
   */
  SolutionTrial(Console console, SubmissionBatch batch, GradeText text, GradeProgress report) {
    this.console = console;
    this.batch = batch;
    this.text = text;
    this.report = report;
  }

  /** Whether others may be graded: if not, it is said why. */
  ExitStatus status(Setting setting) {
    Exercise exercise = setting.exercise();
    if (!exercise.hasSolution()) {
      report.paragraph(List.of("  no solution lies beside the exercise, so none was tried first"));
      return ExitStatus.PASSED;
    }
    SubmissionJob job = new SubmissionJob(setting, new Submission(SOLUTION, exercise.folder()));
    report.begin(SOLUTION);
    FileResult result = batch.run(List.of(job), (number, one) -> {}).files().get(0);
    report.begin("");
    ExitStatus status = of(result, batch.cancellation().isAsked());
    if (status != ExitStatus.PASSED) {
      report.paragraph(text.row(result, text.width(SOLUTION)));
      tell(exercise, GradeStatus.isFull(result));
    }
    return status;
  }

  /**
   * What the trial comes to: that something was left behind counts before all else.
   *
   * @param stopped whether somebody asked to stop, so that it says nothing of the exercise
   */
  static ExitStatus of(FileResult solution, boolean stopped) {
    if (ExitStatus.of(List.of(solution), false) == ExitStatus.LEFTOVERS) {
      return ExitStatus.LEFTOVERS;
    }
    return stopped || GradeStatus.isFull(solution) ? ExitStatus.PASSED : ExitStatus.NOT_RUN;
  }

  private void tell(Exercise exercise, boolean solves) {
    if (solves) {
      new Failures(console)
          .tell(
              "the exercise's own solution left something behind, so nobody was graded",
              List.of("labrun clean    removes it"));
    } else {
      new Failures(console)
          .tell(
              "the exercise's own solution does not get all points, so nobody was graded",
              List.of(
                  "labrun " + exercise.file() + "    runs it without limits",
                  "--memory, --pids, --cpus, --disk, --timeout    give more",
                  "--no-solution    grades all the same"));
    }
  }
}
