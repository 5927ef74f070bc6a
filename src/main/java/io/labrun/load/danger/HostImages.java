package io.labrun.load.danger;

import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.HostSpec;

/**
 * Hosts whose engine comes from an image of the author's choice: it runs with the rights that an
 * engine needs, which reach through a container's walls. In the usual image they are used by the
 * engine alone, and what that runs is held to the same rules as on the main engine.
 */
final class HostImages implements Finder {
  @Override
  public void find(Search search) {
    for (Resource host : search.draft().scenario().hosts().values()) {
      String image = HostSpec.read(host).image();
      if (!image.equals(HostSpec.IMAGE)) {
        search.danger(
            Grant.PRIVILEGED,
            host.body().spanOfValue("image"),
            "the host `" + host.key() + "` runs `" + image + "` with an engine's rights");
      } else if (host.body().get("image").isPresent()) {
        search.harmless(Grant.PRIVILEGED, host.body().spanOfValue("image"));
      }
    }
  }
}
