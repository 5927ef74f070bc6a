package io.labrun.plan;

import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.ServiceSpec;

/** Knows what only an engine in a swarm can make. */
final class MainSwarm {
  private MainSwarm() {}

  /** Whether the main engine must belong to a swarm. */
  static boolean isNeeded(Scenario scenario) {
    return scenario.networks().values().stream().anyMatch(MainSwarm::isOverlay)
        || scenario.services().values().stream().anyMatch(MainSwarm::isOnMain);
  }

  private static boolean isOnMain(Resource service) {
    return ServiceSpec.read(service, TextResolver.AS_WRITTEN).host().isEmpty();
  }

  private static boolean isOverlay(Resource network) {
    NetworkSpec spec = NetworkSpec.read(network, TextResolver.AS_WRITTEN);
    boolean overlay = spec.driver().filter("overlay"::equals).isPresent();
    return overlay && !spec.external() && spec.host().isEmpty();
  }
}
