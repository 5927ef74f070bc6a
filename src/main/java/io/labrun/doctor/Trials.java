package io.labrun.doctor;

import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import io.labrun.run.require.ThrowAwayLab;
import java.util.Map;
import java.util.Random;

/** Labs in which the doctor tries things out. */
final class Trials {
  /** The scenario that their labels name. */
  static final String SCENARIO = "labrun-doctor";

  private Trials() {}

  /** A lab of its own name, whose containers are made from an image; the caller closes it. */
  static ThrowAwayLab lab(Engine engine, String image) {
    RunName run = RunName.draw(SCENARIO, new Random());
    Map<String, String> labels = Map.of(Labels.RUN, run.toString(), Labels.SCENARIO, SCENARIO);
    return new ThrowAwayLab(engine, image, run + "-", labels);
  }
}
