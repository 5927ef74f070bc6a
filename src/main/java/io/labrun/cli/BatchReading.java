package io.labrun.cli;

import io.labrun.batch.Job;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioRun;
import io.labrun.load.LoadResult;
import io.labrun.load.danger.Danger;
import io.labrun.plan.Plan;
import io.labrun.report.Display;
import io.labrun.report.ReportSettings;
import io.labrun.run.Cancellation;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads all files of a batch before anything is run, and asks what is to be asked. */
final class BatchReading {
  private final Loading loading;
  private final ReportSettings settings;
  private final Fleet fleet;
  private final Machines machines;
  private final RunPlans plans;
  private final Gate gate;
  private final boolean offline;
  private final Cancellation cancellation;

  /**
   * A reading.
   *
   * @param plans plans the runs of what is read
   * @param what what the user gives, and whether no registry may be asked
   * @param cancellation ends it: nothing more is asked then
   */
  BatchReading(
      Invocation invocation,
      Fleet fleet,
      Machines machines,
      RunPlans plans,
      RunOptions what,
      Cancellation cancellation) {
    this.loading = new Loading(invocation, fleet.hosts());
    this.settings = invocation.reportSettings();
    this.fleet = fleet;
    this.machines = machines;
    this.plans = plans;
    this.gate = new Gate(invocation, what.allowed(), cancellation);
    this.offline = what.offline();
    this.cancellation = cancellation;
  }

  /**
   * A job for each file; one that is invalid or refused is settled.
   *
   * @param usualTime how long a file took the last time
   * @param display is told what files say in vain
   */
  List<Job> jobs(List<Path> files, Function<Path, Optional<Duration>> usualTime, Display display) {
    List<Job> jobs = new ArrayList<>();
    for (Path file : files) {
      LoadResult loaded = loading.load(file);
      Optional<FileResult> settled =
          loaded.scenario().isEmpty()
              ? Optional.of(Loading.invalid(loaded))
              : refused(file, loaded, display);
      jobs.add(new FileJob(file, loaded, settled, usualTime.apply(file), plans));
    }
    return jobs;
  }

  private Optional<FileResult> refused(Path file, LoadResult loaded, Display display) {
    if (cancellation.isAsked()) {
      return Optional.empty();
    }
    Scenario scenario = loaded.scenario().orElseThrow();
    Plan plan = plans.draw(scenario);
    List<Danger> dangers = new ArrayList<>(fleet.dangers(loaded));
    dangers.addAll(machines.dangers(scenario));
    Optional<FileResult> refused =
        gate.refusal(file, loaded, dangers, plan, unheard -> {})
            .map(result -> FileResult.of(loaded.name(), ScenarioRun.of(result)));
    if (cancellation.isAsked()) {
      return Optional.empty();
    }
    if (offline && refused.isEmpty()) {
      OfflineOption.tell(plan, settings, display);
    }
    return refused;
  }
}
