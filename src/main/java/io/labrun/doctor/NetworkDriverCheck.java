package io.labrun.doctor;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.require.NetworkTrial;
import io.labrun.run.require.ThrowAwayLab;
import java.util.List;

/** A network driver works: a container can really be attached. */
final class NetworkDriverCheck implements DoctorCheck {
  private final String driver;

  /** Looks at {@code bridge}, {@code macvlan}, {@code ipvlan} or {@code overlay}. */
  public NetworkDriverCheck(String driver) {
    this.driver = driver;
  }

  @Override
  public List<Finding> examine(Patient patient) {
    return patient.engine().stream()
        .filter(engine -> !driver.equals("overlay") || engine.facts().swarm())
        .map(engine -> look(engine, patient.images().get(0)))
        .toList();
  }

  private Finding look(Engine engine, String image) {
    if (!engine.facts().networkDrivers().contains(driver)) {
      return Finding.degraded(subject(), "the engine does not have it: " + skipped());
    }
    try {
      if (!Images.isThere(engine, image)) {
        String meaning = "not tried: that takes the image " + image;
        return Finding.degraded(subject(), meaning, "labrun doctor --fix");
      }
      attach(engine, image);
      return Finding.ok(subject(), "works: a container was attached");
    } catch (EngineException e) {
      return broken(e);
    }
  }

  private void attach(Engine engine, String image) {
    try (ThrowAwayLab lab = Trials.lab(engine, image)) {
      NetworkTrial trial = new NetworkTrial(lab, driver);
      trial.attach(trial.prepare());
    }
  }

  private Finding broken(EngineException e) {
    String meaning = "does not work: " + skipped() + " (" + e.getMessage() + ")";
    if (driver.equals("bridge")) {
      return Finding.missing(
          subject(), meaning, "apt-get install iptables   # as root; then restart the engine");
    }
    return Finding.degraded(
        subject(), meaning, "modprobe " + driver + "   # as root, on the engine's machine");
  }

  private String skipped() {
    return "scenarios that need it are skipped";
  }

  private String subject() {
    return "network driver " + driver;
  }
}
