package io.labrun.grade;

import io.labrun.batch.Lane;
import io.labrun.plan.RunName;
import io.labrun.run.RunSettings;
import io.labrun.run.engine.Engine;
import java.nio.file.Path;

/** Where submissions are run. */
public interface Workplace {
  /** The engine of a lane. */
  Engine engine(Lane lane);

  /** How a run is carried out whose relative paths start in a folder. */
  RunSettings settings(Path folder, Lane lane);

  /** Who runs them, as the label {@link io.labrun.plan.Labels#OWNER} names it. */
  String owner();

  /** From now on something of a run may stand. */
  void begins(RunName run, Lane lane);

  /** All of it is removed. */
  void ended(RunName run);
}
