package io.labrun.doctor;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import java.util.List;
import java.util.Map;

/**
 * A network driver works: a container can really be attached.
 *
 * <p>That a driver is listed says little: engines list ipvlan and make such networks even where the
 * kernel has no ipvlan, and only attaching a container fails.
 */
final class NetworkDriverCheck implements DoctorCheck {
  private static final String BRIDGE_NAME = "com.docker.network.bridge.name";

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
    try (ThrowAwayLab lab = new ThrowAwayLab(engine, image)) {
      if (driver.equals("macvlan") || driver.equals("ipvlan")) {
        // A LAN of the lab's own: the machine's real card is never touched. The bridge has a
        // carrier, and so can be a parent, only while a container runs on it.
        String card = "lrd-" + lab.id();
        lab.container("router", lab.network("lan", "bridge", Map.of(BRIDGE_NAME, card)));
        lab.container("guest", lab.network("guests", driver, Map.of("parent", card)));
      } else {
        lab.container("guest", lab.network("guests", driver, Map.of()));
      }
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
