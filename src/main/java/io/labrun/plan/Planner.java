package io.labrun.plan;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import io.labrun.scenario.spec.View;
import io.labrun.scenario.spec.VolumeSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a plan of a scenario.
 *
 * <p>The order (language, "Order"): images first, then networks and volumes, then each container
 * after what it depends on: {@code depends_on}, {@code container:KEY}, live values it names, a
 * network's parent that is another network's bridge, fixed addresses before dynamic ones.
 */
public final class Planner {
  private static final String BRIDGE_NAME = "com.docker.network.bridge.name";
  private static final String FROM = "from";

  private final Scenario scenario;
  private final RunName run;
  private final Map<String, ContainerSpec> containers = new LinkedHashMap<>();
  private final Map<String, NetworkSpec> networks = new LinkedHashMap<>();
  private final Names names;
  private final Placement placement;
  private final Graph graph = new Graph();
  private final HostSteps hosts;
  private final ServiceSteps services;

  private Planner(Scenario scenario, RunName run, Set<String> machines) {
    this.scenario = scenario;
    this.run = run;
    this.names = Names.of(scenario, run);
    this.placement = Placement.of(scenario);
    this.hosts = new HostSteps(scenario, graph, machines);
    this.services = new ServiceSteps(scenario, run, graph, hosts);
    TextResolver early = new RunResolver(run);
    scenario.networks().forEach((key, n) -> addNetwork(key, NetworkSpec.read(n, early)));
    scenario.containers().forEach((key, c) -> containers.put(key, ContainerSpec.read(c, early)));
  }

  /** The plan of one run of a scenario that has no mistakes. */
  public static Plan plan(Scenario scenario, RunName run) {
    return plan(scenario, run, Set.of());
  }

  /**
   * The plan of one run of a scenario that has no mistakes.
   *
   * @param machines the hosts that are machines of their own, and so are not made
   */
  public static Plan plan(Scenario scenario, RunName run, Set<String> machines) {
    return new Planner(scenario, run, machines).plan();
  }

  private void addNetwork(String key, NetworkSpec spec) {
    if (spec.start()) {
      networks.put(key, spec);
    }
  }

  private Plan plan() {
    addSteps();
    networks.keySet().forEach(key -> orderNetwork(key, scenario.networks().get(key)));
    scenario.containers().forEach(this::orderContainer);
    services.order();
    networks.keySet().forEach(this::orderAddresses);
    return new Plan(scenario, run, names, graph.sorted());
  }

  private void addSteps() {
    images().forEach(image -> graph.add(id(StepKind.IMAGE, image)));
    hosts.add();
    if (needsProbeImage()) {
      hosts.handOverToAll(scenario.defaults().probeImage());
    }
    names.builds().values().forEach(first -> graph.add(id(StepKind.BUILD, first)));
    networks.keySet().forEach(key -> graph.add(id(StepKind.NETWORK, key)));
    volumes().forEach(this::addVolume);
    services.add();
    started().forEach(key -> graph.add(id(StepKind.CONTAINER, key)));
    started().forEach(this::addReadiness);
    Set<String> probed = probed();
    started().stream().filter(probed::contains).forEach(this::addProbe);
  }

  private Set<String> images() {
    Set<String> images = new LinkedHashSet<>();
    containers.values().stream()
        .filter(spec -> spec.build().isEmpty())
        .forEach(spec -> images.add(spec.image()));
    images.addAll(services.images());
    if (needsProbeImage()) {
      images.add(scenario.defaults().probeImage());
    }
    return images;
  }

  private boolean needsProbeImage() {
    return scenario.assertions().stream()
        .anyMatch(a -> List.of("reach", "dns", "http").contains(a.check().kind()));
  }

  private List<String> volumes() {
    return scenario.volumes().values().stream()
        .filter(volume -> VolumeSpec.read(volume, new RunResolver(run)).start())
        .map(Resource::key)
        .toList();
  }

  private void addVolume(String key) {
    graph.add(id(StepKind.VOLUME, key));
    hosts.on(placement.volumes().get(key), id(StepKind.VOLUME, key));
  }

  private List<String> started() {
    return containers.keySet().stream().filter(key -> containers.get(key).start()).toList();
  }

  private void addReadiness(String key) {
    boolean completed =
        containers.values().stream()
            .anyMatch(c -> c.dependsOn().get(key) == ContainerSpec.Condition.COMPLETED);
    StepId ready = id(completed ? StepKind.COMPLETED : StepKind.HEALTHY, key);
    graph.add(ready);
    graph.after(ready, id(StepKind.CONTAINER, key));
  }

  private void addProbe(String key) {
    StepId probe = id(StepKind.PROBE, key);
    graph.add(probe);
    graph.after(probe, id(StepKind.CONTAINER, key));
    graph.after(
        probe,
        new StepId(
            StepKind.IMAGE, scenario.defaults().probeImage(), placement.containers().get(key)));
  }

  /** The containers that a check before any action looks from: they will need a probe for sure. */
  private Set<String> probed() {
    Set<String> keys = new LinkedHashSet<>();
    for (Assertion assertion : scenario.assertions()) {
      if (!assertion.check().kind().equals("exec")) {
        View view = new View(assertion.check().arguments(), TextResolver.AS_WRITTEN);
        keys.addAll(view.texts(FROM));
      }
    }
    return keys;
  }

  private void orderNetwork(String key, Resource network) {
    StepId step = id(StepKind.NETWORK, key);
    hosts.on(placement.networks().get(key), step);
    references(network.body()).forEach(root -> graph.after(step, id(StepKind.NETWORK, root)));
    parent(key)
        .ifPresent(
            parent -> {
              graph.after(step, id(StepKind.NETWORK, parent));
              afterMembers(step, parent);
            });
  }

  /** The declared network whose bridge is the parent interface of this one. */
  private Optional<String> parent(String key) {
    String wanted = networks.get(key).options().get("parent");
    return networks.keySet().stream()
        .filter(other -> wanted != null)
        .filter(other -> wanted.equals(networks.get(other).options().get(BRIDGE_NAME)))
        .findFirst();
  }

  private void orderContainer(String key, Resource container) {
    StepId image = image(key);
    if (!containers.get(key).start()) {
      return;
    }
    ContainerSpec spec = containers.get(key);
    StepId step = id(StepKind.CONTAINER, key);
    graph.after(step, image);
    hosts.on(placement.containers().get(key), step);
    for (Attachment attachment : spec.networking().attachments()) {
      graph.after(step, id(StepKind.NETWORK, attachment.network()));
      parent(attachment.network()).ifPresent(parent -> afterMembers(step, parent));
    }
    spec.storage().mounts().forEach(m -> graph.after(step, id(StepKind.VOLUME, m.source())));
    spec.sharesWith().forEach(other -> graph.after(step, id(StepKind.CONTAINER, other)));
    spec.dependsOn().forEach((other, condition) -> graph.after(step, readiness(other, condition)));
    for (String root : references(container.body())) {
      graph.after(step, id(StepKind.CONTAINER, root));
      graph.after(step, id(StepKind.HOST, root));
      graph.after(step, id(StepKind.NETWORK, root));
      graph.after(step, id(StepKind.VOLUME, root));
      graph.after(step, id(StepKind.SERVICE, root));
    }
  }

  /** The step after which a container's image is there where it is placed. */
  private StepId image(String key) {
    StepId source =
        names.builds().containsKey(key)
            ? id(StepKind.BUILD, names.builds().get(key))
            : id(StepKind.IMAGE, containers.get(key).image());
    String host = placement.containers().get(key);
    return host.equals(Placement.MAIN)
        ? source
        : hosts.handOver(source, names.built(key, run).orElse(source.key()), host);
  }

  private static StepId readiness(String key, ContainerSpec.Condition condition) {
    return switch (condition) {
      case STARTED -> id(StepKind.CONTAINER, key);
      case HEALTHY -> id(StepKind.HEALTHY, key);
      case COMPLETED -> id(StepKind.COMPLETED, key);
    };
  }

  /**
   * A bridge has a carrier only while a container runs on it (field notes, "The engine"); Podman's
   * is not even there before.
   */
  private void afterMembers(StepId step, String network) {
    members(network).forEach(member -> graph.preferAfter(step, id(StepKind.CONTAINER, member)));
  }

  private void orderAddresses(String network) {
    List<String> members = members(network);
    for (String dynamic : members) {
      for (String fixed : members) {
        if (isFixed(fixed, network) && !isFixed(dynamic, network)) {
          graph.preferAfter(id(StepKind.CONTAINER, dynamic), id(StepKind.CONTAINER, fixed));
        }
      }
    }
  }

  private List<String> members(String network) {
    return started().stream().filter(key -> attachment(key, network).isPresent()).toList();
  }

  private boolean isFixed(String key, String network) {
    return attachment(key, network).map(Attachment::isFixed).orElse(false);
  }

  private Optional<Attachment> attachment(String key, String network) {
    return containers.get(key).networking().attachments().stream()
        .filter(a -> a.network().equals(network))
        .findFirst();
  }

  /** What live values are of that stand anywhere in a piece of a scenario. */
  static Set<String> references(Data.Mapping body) {
    Set<String> roots = new LinkedHashSet<>();
    LiveReferences.in(body).forEach(live -> roots.add(live.ref().root()));
    return roots;
  }

  private static StepId id(StepKind kind, String key) {
    return new StepId(kind, key);
  }
}
