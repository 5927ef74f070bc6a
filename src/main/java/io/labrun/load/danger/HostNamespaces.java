package io.labrun.load.danger;

import io.labrun.scenario.Data;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Containers in the machine's own namespaces instead of in namespaces of their own. */
final class HostNamespaces implements Finder {
  private static final Map<String, String> WHAT = new LinkedHashMap<>();

  static {
    WHAT.put("network_mode", "network");
    WHAT.put("pid", "processes");
    WHAT.put("ipc", "shared memory");
    WHAT.put("uts", "host name");
    WHAT.put("userns_mode", "users");
    WHAT.put("cgroup", "control groups");
  }

  @Override
  public void find(Search search) {
    for (Resource container : search.containers()) {
      WHAT.forEach((key, what) -> find(search, container, key, what));
    }
  }

  private static void find(Search search, Resource container, String key, String what) {
    Optional<Data> mode = container.body().get(key);
    if (mode.isEmpty() || search.draft().unfilled().contains(mode.get())) {
      return;
    }
    Grant grant = key.equals("network_mode") ? Grant.HOST_NETWORK : Grant.HOST_NAMESPACES;
    if (!search.draft().isKnown(mode.get())) {
      search.unknown(mode.get(), "whose " + what + " this shares");
    } else if (Search.text(mode.get()).equals("host")) {
      search.danger(
          grant, mode.get().span(), "`" + container.key() + "` shares this machine's " + what);
    } else {
      search.harmless(grant, mode.get().span());
    }
  }
}
