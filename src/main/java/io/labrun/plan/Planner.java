package io.labrun.plan;

import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.VolumeSpec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes a plan of a scenario.
 *
 * <p>The order (language, "Order"): images first, then networks and volumes, then each container
 * after what it depends on: {@code depends_on}, {@code container:KEY}, live values it names, a
 * network's parent that is another network's bridge, fixed addresses before dynamic ones.
 */
public final class Planner {
  private final Scenario scenario;
  private final RunName run;
  private final Names names;
  private final Graph graph = new Graph();
  private final Members members;
  private final HostSteps hosts;
  private final NetworkSteps networks;
  private final ContainerSteps containers;
  private final ServiceSteps services;
  private final ProbeSteps probes;

  private Planner(Scenario scenario, RunName run, Set<String> machines) {
    this.scenario = scenario;
    this.run = run;
    this.names = Names.of(scenario, run);
    this.members = new Members(containers(scenario, run));
    this.hosts = new HostSteps(scenario, graph, machines);
    this.networks = new NetworkSteps(scenario, run, graph, hosts, members);
    this.containers = new ContainerSteps(scenario, run, graph, hosts, networks, members, names);
    this.services = new ServiceSteps(scenario, run, graph, hosts);
    this.probes = new ProbeSteps(scenario, graph);
  }

  private static Map<String, ContainerSpec> containers(Scenario scenario, RunName run) {
    TextResolver early = new RunResolver(run);
    Map<String, ContainerSpec> out = new LinkedHashMap<>();
    scenario.containers().forEach((key, c) -> out.put(key, ContainerSpec.read(c, early)));
    return out;
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

  private Plan plan() {
    addSteps();
    networks.order();
    containers.order();
    services.order();
    networks.orderAddresses();
    return new Plan(scenario, run, names, graph.sorted());
  }

  private void addSteps() {
    images().forEach(image -> graph.add(new StepId(StepKind.IMAGE, image)));
    hosts.add();
    probes.image().ifPresent(hosts::handOverToAll);
    names.builds().values().forEach(first -> graph.add(new StepId(StepKind.BUILD, first)));
    networks.add();
    addVolumes();
    services.add();
    containers.add();
    probes.add(members.started());
  }

  private Set<String> images() {
    Set<String> images = new LinkedHashSet<>(containers.images());
    images.addAll(services.images());
    probes.image().ifPresent(images::add);
    return images;
  }

  private void addVolumes() {
    Map<String, String> places = Placement.of(scenario).volumes();
    scenario.volumes().values().stream()
        .filter(volume -> VolumeSpec.read(volume, new RunResolver(run)).start())
        .map(Resource::key)
        .forEach(
            key -> {
              StepId step = new StepId(StepKind.VOLUME, key);
              graph.add(step);
              hosts.on(places.get(key), step);
            });
  }
}
