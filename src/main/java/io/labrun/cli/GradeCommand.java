package io.labrun.cli;

import io.labrun.event.Problem;
import io.labrun.grade.Submission;
import io.labrun.grade.Submissions;
import io.labrun.report.file.ReportHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
  private What what = new What();

  @ArgGroup(validate = false, heading = "%nWhat each submission may take%n", order = 2)
  private LimitOptions limits = new LimitOptions();

  @Mixin private RunCommonOptions common;

  GradeCommand(Console console) {
    this.console = console;
  }

  /** Options of what is graded. */
  static final class What extends RunOptions {
    @Option(
        names = "--submissions",
        paramLabel = "DIR",
        description = "The folder with a folder for each student.")
    private Path submissions;

    @Option(
        names = {"-j", "--jobs"},
        paramLabel = "N",
        converter = BatchOptions.Count.class,
        description =
            "How many submissions are up at once on each engine; otherwise as with labrun run.")
    private Integer jobs;

    @Option(names = "--no-model", description = "Do not try the exercise's own solution first.")
    private boolean noModel;

    @Option(
        names = "--strict",
        description =
            "A submission that lacks points counts as an assertion that failed: status 1.")
    private boolean strict;

    /** How many submissions may be up at once; empty where the engine decides. */
    OptionalInt jobs() {
      return jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs);
    }

    /** Whether the exercise's own solution is tried first. */
    boolean model() {
      return !noModel;
    }

    /** Whether points that are missing change the exit status. */
    boolean strict() {
      return strict;
    }
  }

  @Override
  public Integer call() {
    if (common.isPrivate() && common.host().isPresent()) {
      throw new UseException(
          "--host names an engine and --engine private makes one: only one of them can be meant");
    }
    String language = what.language().orElseGet(() -> Terminal.language(console.env()));
    ReportFiles reports =
        new ReportFiles(what.reports(), console, new ReportHead(Version.number(), language, true));
    reports.check();
    try {
      return grade(reports);
    } catch (RuntimeException | Error e) {
      reports.broken(e);
      throw e;
    }
  }

  private int grade(ReportFiles reports) {
    List<Submission> submissions = submissions();
    limits.limits();
    reports.spare(List.of(exercise));
    Invocation invocation = common.begin(reports.shown(), what);
    ExitStatus status =
        new Grading(invocation, fleet(invocation), what, limits, reports)
            .grade(exercise, what.submissions, submissions);
    reports.ended(Problem.of("nobody was graded"));
    return status.code();
  }

  private Fleet fleet(Invocation invocation) {
    if (common.hosts().size() > 1) {
      return Fleet.of(common.hosts(), console, what.jobs());
    }
    Engines engines =
        common.isPrivate() ? Engines.ofOwn(invocation) : Engines.ofUserOrOwn(invocation, true);
    return Fleet.of(engines, what.jobs());
  }

  private List<Submission> submissions() {
    if (what.submissions == null) {
      throw new UseException(
          "--submissions is missing: where is what the students handed in?",
          "labrun grade EXERCISE --submissions DIR");
    }
    if (!Files.isDirectory(what.submissions)) {
      throw new UseException("there is no folder `" + what.submissions + "`");
    }
    try {
      List<Submission> found = Submissions.in(what.submissions);
      if (found.isEmpty()) {
        throw new UseException(
            "nothing was handed in: the folder `" + what.submissions + "` is empty",
            "It holds a folder for each student, such as "
                + what.submissions.resolve("alice")
                + ".");
      }
      return found;
    } catch (IOException e) {
      throw new UseException(
          "the folder `" + what.submissions + "` cannot be read: " + e.getMessage());
    }
  }
}
