package io.labrun.cli;

import io.labrun.batch.Lane;
import io.labrun.grade.Workplace;
import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.RunSettings;
import io.labrun.run.engine.Engine;
import java.nio.file.Path;

/**
 * The engines of a batch, where submissions are run.
 *
 * @param underway where each run is noted as long as anything of it may stand
 * @param settings how each run is carried out wherever it is
 */
record FleetWorkplace(Fleet fleet, Underway underway, RunSettings settings) implements Workplace {
  @Override
  public Engine engine(Lane lane) {
    return fleet.engine(lane);
  }

  @Override
  public RunSettings settings(Path folder, Lane lane) {
    return settings.sharing(fleet.share(lane)).in(folder);
  }

  @Override
  public String owner() {
    return settings.labels().get(Labels.OWNER);
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
