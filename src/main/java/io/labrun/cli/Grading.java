package io.labrun.cli;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Problem;
import io.labrun.grade.Exercise;
import io.labrun.grade.Setting;
import io.labrun.grade.Submission;
import io.labrun.grade.SubmissionJob;
import io.labrun.load.LoadResult;
import io.labrun.plan.RunNames;
import io.labrun.report.GradeProgress;
import io.labrun.report.GradeText;
import io.labrun.report.MistakesText;
import io.labrun.report.ReportSettings;
import io.labrun.report.Words;
import io.labrun.run.Cancellation;
import io.labrun.run.Keep;
import io.labrun.run.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Grades submissions by one exercise: first its own solution, then each in its turn. */
final class Grading {
  private final Invocation invocation;
  private final Fleet fleet;
  private final Underway underway = new Underway();
  private final GradeOptions what;
  private final LimitOptions limits;
  private final ReportFiles reports;
  private final ReportSettings settings;
  private final GradeText text;
  private final Cancellation cancellation = new Cancellation();
  private final SubmissionBatch batch;

  /**
   * A grading.
   *
   * @param fleet the engines it runs on; is closed in the end
   * @param limits what each submission may take
   * @param reports those that are wanted in files
   */
  Grading(
      Invocation invocation,
      Fleet fleet,
      GradeOptions what,
      LimitOptions limits,
      ReportFiles reports) {
    this.invocation = invocation;
    this.fleet = fleet;
    this.what = what;
    this.limits = limits;
    this.reports = reports;
    this.settings = invocation.reportSettings();
    this.text = new GradeText(settings);
    this.batch = new SubmissionBatch(fleet, limits.time(), cancellation);
    reports.on(fleet.ways()::of);
  }

  /** Grades all and gives the status of all of them. */
  ExitStatus grade(Path file, List<Submission> submissions) {
    Console console = invocation.console();
    try (fleet;
        TerminalSize size = new TerminalSize(console);
        GradeProgress report = Reports.grading(console, settings, size);
        Frames frames = new Frames(report::tick, report::close);
        Interrupts interrupts =
            new Interrupts(
                console,
                cancellation,
                report,
                () -> underway.standing(fleet.isOwn()),
                this::leftStanding)) {
      LoadResult loaded = new Loading(invocation, fleet.hosts()).load(file);
      if (loaded.scenario().isEmpty()) {
        FileResult invalid = Loading.invalid(loaded);
        report.paragraph(new MistakesText(settings).render(invalid, "nothing was graded"));
        return ExitStatus.INVALID;
      }
      Exercise exercise = new Exercise(file, loaded.scenario().get(), loaded.files());
      return Interrupts.status(cancellation, grade(exercise, loaded, submissions, report));
    }
  }

  private void leftStanding() {
    reports.ended(Problem.of("grading was stopped at once, and what stood was left standing"));
  }

  private ExitStatus grade(
      Exercise exercise, LoadResult loaded, List<Submission> submissions, GradeProgress report) {
    ExerciseGate gate = new ExerciseGate(invocation, fleet, what.allowed(), cancellation);
    gate.check(exercise);
    gate.check(exercise, what.folder());
    if (gate.isRefused(exercise, loaded)) {
      return ExitStatus.NOT_RUN;
    }
    report.paragraph(text.head(exercise.scenario()));
    Setting setting = setting(exercise);
    ExitStatus solution =
        what.triesSolution()
            ? new SolutionTrial(invocation.console(), batch, text, report).status(setting)
            : ExitStatus.PASSED;
    return solution == ExitStatus.PASSED ? all(setting, submissions, report) : solution;
  }

  private Setting setting(Exercise exercise) {
    RunSettings how =
        RunLabelling.settings(
                exercise.file(), Keep.NEVER, invocation.values(), invocation.console().env())
            .offline(what.offline())
            .snapshot(reports.needsSnapshot())
            .within(limits.limits());
    return new Setting(
        exercise,
        what.folder(),
        limits.limits(),
        new FleetWorkplace(fleet, underway, how),
        new RunNames(new Random()));
  }

  private ExitStatus all(Setting setting, List<Submission> submissions, GradeProgress report) {
    List<SubmissionJob> jobs =
        submissions.stream().map(one -> new SubmissionJob(setting, one)).toList();
    int names = submissions.stream().mapToInt(one -> text.width(one.name())).max().orElse(0);
    InOrder<FileResult> rows = new InOrder<>(one -> report.paragraph(text.row(one, names)));
    AtomicInteger done = new AtomicInteger();
    report.begin(far(done.get(), jobs.size()));
    reports.on(new BatchEvent.BatchStarted(submissions.stream().map(Submission::name).toList()));
    BatchResult graded =
        batch.run(
            jobs,
            (index, result) -> {
              reports.on(new BatchEvent.FileFinished(index, result));
              rows.put(index, result);
              report.go(far(done.incrementAndGet(), jobs.size()));
            });
    report.begin("");
    report.paragraph(List.of("", text.total(graded.files(), graded.time())));
    ExitStatus status = GradeStatus.of(graded.files(), what.strict());
    return reports.write(graded) ? status : ExitStatus.worst(List.of(status, ExitStatus.NOT_RUN));
  }

  private static String far(int done, int all) {
    return done + " of " + Words.count(all, "submission") + " graded";
  }
}
