package io.labrun.cli;

import io.labrun.batch.Lane;
import io.labrun.batch.PlannedRun;
import io.labrun.batch.lock.Locks;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.plan.Plan;
import io.labrun.run.Cancellation;
import io.labrun.run.EngineShare;
import io.labrun.run.RunSettings;
import io.labrun.run.Runner;

/**
 * One run of a scenario file in a batch.
 *
 * @param plan what is done
 * @param locks what it takes for itself
 * @param settings how it is done
 * @param fleet the batch's engines
 * @param machines the machines that are hosts
 * @param underway where it is noted as long as anything of it may stand
 */
record FileRun(
    Plan plan, Locks locks, RunSettings settings, Fleet fleet, Machines machines, Underway underway)
    implements PlannedRun {
  @Override
  public ScenarioResult run(Lane lane, RunListener listener, Cancellation cancellation) {
    EngineShare share = fleet.share(lane);
    underway.begin(plan.run(), fleet.host(lane));
    ScenarioResult result =
        new Runner(
                fleet.engine(lane),
                machines.engines(),
                settings.sharing(share),
                EventLog.before(listener),
                cancellation)
            .run(plan);
    underway.end(plan.run());
    return result;
  }
}
