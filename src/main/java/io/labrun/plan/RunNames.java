package io.labrun.plan;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Draws names of runs by lot, none of them twice: of two hundred, two would often be the same. */
public final class RunNames {
  private final Random random;
  private final Set<RunName> drawn = new HashSet<>();

  /** Names with ids from a source of chance. */
  public RunNames(Random random) {
    this.random = random;
  }

  /** A name for one more run of a scenario. */
  public synchronized RunName draw(String scenario) {
    RunName name = RunName.draw(scenario, random);
    while (!drawn.add(name)) {
      name = RunName.draw(scenario, random);
    }
    return name;
  }
}
