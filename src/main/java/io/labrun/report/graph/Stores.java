package io.labrun.report.graph;

import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.RunResolver;
import io.labrun.report.graph.Topology.Mount;
import io.labrun.report.graph.Topology.Storage;
import io.labrun.report.graph.Topology.Store;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.VolumeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what holds data: the declared volumes, then whatever is mounted besides. */
final class Stores {
  private final Map<String, Store> stores = new LinkedHashMap<>();

  /** The volumes of a plan. */
  Stores(Plan plan) {
    Map<String, String> hosts = Placement.of(plan.scenario()).volumes();
    plan.scenario()
        .volumes()
        .forEach(
            (key, volume) -> {
              VolumeSpec spec = VolumeSpec.read(volume, new RunResolver(plan.run()));
              String label = key + spec.driver().map(driver -> " (" + driver + ")").orElse("");
              add(new Store(named(key), Storage.VOLUME, label, hosts.get(key)));
            });
  }

  /** All of them. */
  List<Store> all() {
    return List.copyOf(stores.values());
  }

  /** The mounts of a node on a host; what they mount is known from then on. */
  List<Mount> mounts(String node, String host, List<MountSpec> specs) {
    List<Mount> out = new ArrayList<>();
    for (MountSpec spec : specs) {
      Store store = store(node, host, spec);
      add(store);
      out.add(new Mount(store.id(), spec.target(), spec.readOnly()));
    }
    return out;
  }

  private static Store store(String node, String host, MountSpec spec) {
    String own = node + ":" + spec.target();
    return switch (spec.type()) {
      case VOLUME ->
          spec.source().isEmpty()
              ? new Store("anonymous:" + own, Storage.ANONYMOUS, "anonymous", host)
              : new Store(named(spec.source()), Storage.VOLUME, spec.source(), host);
      case BIND ->
          new Store("bind:" + host + ":" + spec.source(), Storage.BIND, spec.source(), host);
      case TMPFS -> new Store("tmpfs:" + own, Storage.TMPFS, "memory", host);
    };
  }

  private void add(Store store) {
    stores.putIfAbsent(store.id(), store);
  }

  private static String named(String key) {
    return "volume:" + key;
  }
}
