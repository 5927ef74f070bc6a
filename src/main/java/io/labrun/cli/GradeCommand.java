package io.labrun.cli;

import io.labrun.event.Problem;
import io.labrun.grade.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Grades what students handed in. */
@Command(
    name = "grade",
    header = "Grade what students handed in: one exercise against each submission.",
    description = {
      "",
      "An exercise is a scenario that says under submission what is handed in. Each"
          + " folder in DIR is one student's: its files take the place of the exercise's own, in a"
          + " copy, and the exercise's assertions give the points. Each runs by itself and within"
          + " limits; what goes wrong with one is said in its own row.",
      "",
      "The exercise's own solution is tried first, within the same limits: an exercise"
          + " that it does not solve grades nobody.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  labrun grade web/exercise.yaml --submissions handed-in/",
      "  labrun grade web/exercise.yaml --submissions handed-in/ --memory 64m -j 4",
      "",
      "Exit status: 0 when each submission has its grade, whatever it is; 4 when some"
          + " could not be graded, or none."
    })
final class GradeCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "EXERCISE", description = "The scenario file of the exercise.")
  private Path exercise;

  @ArgGroup(validate = false, heading = "%nWhat is graded%n", order = 1)
  private GradeOptions what = new GradeOptions();

  @ArgGroup(validate = false, heading = "%nWhat each submission may take%n", order = 2)
  private LimitOptions limits = new LimitOptions();

  @Mixin private RunCommonOptions common;

  GradeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    common.refuseTwoEngines();
    ReportFiles reports = what.reportFiles(console, true);
    return reports.during(() -> grade(reports));
  }

  private int grade(ReportFiles reports) {
    List<Submission> submissions = what.submissions();
    limits.limits();
    reports.spare(List.of(exercise));
    Invocation invocation = common.begin(reports.shown(), what);
    Fleet fleet = common.fleet(invocation, what.jobs(), true);
    ExitStatus status =
        new Grading(invocation, fleet, what, limits, reports).grade(exercise, submissions);
    reports.ended(Problem.of("nobody was graded"));
    return status.code();
  }
}
