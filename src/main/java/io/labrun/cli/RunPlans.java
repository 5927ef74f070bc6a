package io.labrun.cli;

import io.labrun.batch.PlannedRun;
import io.labrun.batch.lock.LockFinder;
import io.labrun.batch.lock.Locks;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.plan.RunNames;
import io.labrun.run.RunSettings;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Function;

/** Plans the runs of a batch, each with a name that no other of them has. */
final class RunPlans {
  private final Fleet fleet;
  private final Machines machines;
  private final Underway underway;
  private final Function<Path, RunSettings> settings;
  private final RunNames names = new RunNames(new Random());

  /**
   * Plans for the runs of one batch.
   *
   * @param fleet the engines they run on
   * @param machines the machines that are hosts
   * @param underway where each is noted as long as anything of it may stand
   * @param settings how the runs of a file are carried out
   */
  RunPlans(
      Fleet fleet, Machines machines, Underway underway, Function<Path, RunSettings> settings) {
    this.fleet = fleet;
    this.machines = machines;
    this.underway = underway;
    this.settings = settings;
  }

  /** What one run of a scenario does. */
  Plan draw(Scenario scenario) {
    RunName name = names.draw(scenario.name().name());
    return Planner.plan(scenario, name, machines.of(scenario));
  }

  /** One run of a file that has no mistakes. */
  PlannedRun plan(Path file, Scenario scenario) {
    Plan plan = draw(scenario);
    RunSettings how = settings.apply(file);
    Locks locks = LockFinder.of(plan, how.folder()).with(machines.urls());
    fleet.keepFree(locks.subnets());
    return new FileRun(plan, locks, how, fleet, machines, underway);
  }
}
