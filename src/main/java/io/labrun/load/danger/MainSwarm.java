package io.labrun.load.danger;

import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.View;

/** Overlay networks and services on the main engine, which must belong to a swarm for them. */
final class MainSwarm implements Finder {
  @Override
  public void find(Search search) {
    for (Resource network : search.draft().scenario().networks().values()) {
      View view = Search.view(network);
      boolean overlay = view.text("driver").filter("overlay"::equals).isPresent();
      if (overlay && !view.flag("external") && view.text("host").isEmpty()) {
        search.danger(
            Grant.SWARM,
            network.body().spanOfValue("driver"),
            "for the overlay `" + network.key() + "` the main engine must be in a swarm");
      }
    }
    for (Resource service : search.draft().scenario().services().values()) {
      if (Search.view(service).text("host").isEmpty()) {
        search.danger(
            Grant.SWARM,
            service.keySpan(),
            "for the service `" + service.key() + "` the main engine must be in a swarm");
      }
    }
  }
}
