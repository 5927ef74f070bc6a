package io.labrun.cli;

import io.labrun.batch.BatchRunner;
import io.labrun.batch.BatchSettings;
import io.labrun.batch.Lane;
import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Points;
import io.labrun.event.ScenarioResult;
import io.labrun.grade.Exercise;
import io.labrun.grade.Setting;
import io.labrun.grade.Submission;
import io.labrun.grade.SubmissionJob;
import io.labrun.grade.Workplace;
import io.labrun.load.LoadResult;
import io.labrun.load.danger.Danger;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.GradeText;
import io.labrun.report.MistakesText;
import io.labrun.report.Report;
import io.labrun.report.ReportSettings;
import io.labrun.report.Task;
import io.labrun.run.Cancellation;
import io.labrun.run.Keep;
import io.labrun.run.RunSettings;
import io.labrun.run.engine.Engine;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Grades submissions by one exercise: first its own solution, then each in its turn. */
final class Grading {
  private static final String MODEL = "the exercise's own solution";

  private final Invocation invocation;
  private final Fleet fleet;
  private final Underway underway = new Underway();
  private final GradeCommand.What what;
  private final LimitOptions limits;
  private final ReportFiles reports;
  private final ReportSettings settings;
  private final GradeText text;
  private final Cancellation cancellation = new Cancellation();

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
      GradeCommand.What what,
      LimitOptions limits,
      ReportFiles reports) {
    this.invocation = invocation;
    this.fleet = fleet;
    this.what = what;
    this.limits = limits;
    this.reports = reports;
    this.settings = invocation.reportSettings();
    this.text = new GradeText(settings);
  }

  /** Grades all and gives the status of all of them. */
  ExitStatus grade(Path file, Path folder, List<Submission> submissions) {
    Console console = invocation.console();
    try (fleet;
        Report report = new GradeReport(console);
        Interrupts interrupts =
            new Interrupts(console, cancellation, report, () -> underway.standing(fleet.isOwn()))) {
      LoadResult loaded = new Loading(invocation, fleet.hosts()).load(file);
      if (loaded.scenario().isEmpty()) {
        FileResult invalid = Loading.invalid(loaded);
        report.paragraph(new MistakesText(settings).render(invalid, "nothing was graded"));
        return ExitStatus.INVALID;
      }
      Exercise exercise = new Exercise(file, loaded.scenario().get(), loaded.files());
      refuseOthers(exercise);
      if (isRefused(file, loaded)) {
        return Interrupts.status(cancellation, ExitStatus.NOT_RUN);
      }
      report.paragraph(text.head(exercise.scenario()));
      Setting setting = setting(exercise, folder);
      ExitStatus model = what.model() ? model(setting, report) : ExitStatus.PASSED;
      return model == ExitStatus.PASSED
          ? Interrupts.status(cancellation, all(setting, submissions, report))
          : Interrupts.status(cancellation, model);
    }
  }

  private void refuseOthers(Exercise exercise) {
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

  /** A person decides once, on the exercise: no submission can ask for more. */
  private boolean isRefused(Path file, LoadResult loaded) {
    Scenario scenario = loaded.scenario().orElseThrow();
    RunName name = RunName.draw(scenario.name().name(), new Random());
    Plan plan = Planner.plan(scenario, name);
    List<Danger> dangers = new ArrayList<>(loaded.dangers());
    dangers.removeIf(danger -> danger.grant() == Grant.SWARM && fleet.isPrivate());
    Gate gate = new Gate(invocation, what.allowed(), cancellation);
    try (Report shown = Reports.open(invocation.console(), settings, Task.RUN)) {
      Optional<ScenarioResult> refused = gate.refusal(file, loaded, dangers, plan, shown);
      return refused.isPresent();
    }
  }

  private Setting setting(Exercise exercise, Path folder) {
    return new Setting(exercise, folder, limits.limits(), new Place(exercise.file()));
  }

  /** The batch's engines. */
  private final class Place implements Workplace {
    private final Path file;

    Place(Path file) {
      this.file = file;
    }

    @Override
    public Engine engine(Lane lane) {
      return fleet.engine(lane);
    }

    @Override
    public RunSettings settings(Path folder, Lane lane) {
      return RunLabelling.settings(
              file, Keep.NEVER, invocation.values(), invocation.console().env())
          .offline(what.offline())
          .snapshot(reports.needsSnapshot())
          .sharing(fleet.share(lane))
          .within(limits.limits())
          .in(folder);
    }

    @Override
    public void begins(RunName run, Lane lane) {
      underway.begin(run, fleet.host(lane));
    }

    @Override
    public void ended(RunName run) {
      underway.end(run);
    }
  }

  private BatchRunner runner(BatchListener listener) {
    BatchSettings how =
        new BatchSettings(1, 0, false, Optional.of(limits.time()), Optional.empty());
    return new BatchRunner(how, fleet, listener, cancellation, System::nanoTime);
  }

  /** Whether the exercise can be solved here at all, and within these limits. */
  private ExitStatus model(Setting setting, Report report) {
    Exercise exercise = setting.exercise();
    if (!exercise.hasSolution()) {
      report.paragraph(List.of("  no solution lies beside the exercise, so none was tried first"));
      return ExitStatus.PASSED;
    }
    SubmissionJob job = new SubmissionJob(setting, new Submission(MODEL, exercise.folder()));
    BatchResult batch = runner(event -> {}).run(List.of(job));
    FileResult result = job.graded(batch.files().get(0));
    boolean full = result.result().filter(r -> Points.of(r.assertions()).isFull()).isPresent();
    if (full || cancellation.isAsked()) {
      ExitStatus status = ExitStatus.of(List.of(result), false);
      return status == ExitStatus.LEFTOVERS ? status : ExitStatus.PASSED;
    }
    report.paragraph(text.row(result, text.width(MODEL)));
    new Failures(invocation.console())
        .tell(
            "the exercise's own solution does not get all points, so nobody was graded",
            List.of(
                "labrun " + exercise.file() + "    runs it without limits",
                "--memory, --pids, --cpus, --disk, --timeout    give more",
                "--no-model    grades all the same"));
    return ExitStatus.NOT_RUN;
  }

  private ExitStatus all(Setting setting, List<Submission> submissions, Report report) {
    List<SubmissionJob> jobs =
        submissions.stream().map(one -> new SubmissionJob(setting, one)).toList();
    int names = submissions.stream().mapToInt(one -> text.width(one.name())).max().orElse(0);
    InOrder<FileResult> rows = new InOrder<>(one -> report.paragraph(text.row(one, names)));
    BatchListener listener =
        event -> {
          if (event instanceof BatchEvent.FileFinished one) {
            rows.put(one.index(), jobs.get(one.index()).graded(one.result()));
          }
        };
    BatchResult ran = runner(listener).run(List.copyOf(jobs));
    List<FileResult> files = new ArrayList<>();
    for (int index = 0; index < jobs.size(); index++) {
      files.add(jobs.get(index).graded(ran.files().get(index)));
    }
    BatchResult graded = new BatchResult(files, ran.started(), ran.time(), ran.stopped());
    report.paragraph(List.of("", text.total(graded.files(), graded.time())));
    ExitStatus status = status(graded.files());
    return reports.write(graded) ? status : ExitStatus.worst(List.of(status, ExitStatus.NOT_RUN));
  }

  private ExitStatus status(List<FileResult> all) {
    boolean left =
        all.stream().flatMap(one -> one.result().stream()).anyMatch(r -> !r.leftovers().isEmpty());
    boolean lacking =
        all.stream()
            .flatMap(one -> one.result().stream())
            .anyMatch(r -> !Points.of(r.assertions()).isFull());
    if (left) {
      return ExitStatus.LEFTOVERS;
    }
    if (what.strict() && lacking) {
      return ExitStatus.FAILED;
    }
    return all.stream().allMatch(one -> one.result().isPresent())
        ? ExitStatus.PASSED
        : ExitStatus.NOT_RUN;
  }
}
