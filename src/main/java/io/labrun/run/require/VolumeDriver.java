package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A volume driver works: a volume is made and mounted. */
final class VolumeDriver {
  /** What every engine has, and what works if anything does. */
  static final Set<String> WITHOUT_TRIAL = Set.of("local");

  private VolumeDriver() {}

  static Optional<Problem> unmet(String driver, Bench bench) {
    if (WITHOUT_TRIAL.contains(driver)) {
      return Optional.empty();
    }
    try (ThrowAwayLab lab = bench.lab()) {
      String volume = lab.volume("volume", driver);
      lab.container("user", sleeper -> sleeper.withVolume(volume, "/lab-volume"));
      return Optional.empty();
    } catch (EngineException e) {
      List<String> listed = bench.engine().facts().volumeDrivers();
      if (Plugins.areMissing(e, listed, driver)) {
        return Optional.of(Plugins.missing("volume", driver, listed));
      }
      return Optional.of(
          Problem.of(
                  "the volume driver %s does not work here (mounting a volume failed: %s)"
                      .formatted(driver, bench.refusal(e)))
              .help("docker plugin ls says whether its plugin is on; the engine's log says more."));
    }
  }
}
