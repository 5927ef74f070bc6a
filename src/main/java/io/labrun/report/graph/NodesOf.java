package io.labrun.report.graph;

import io.labrun.event.Snapshot;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.RunResolver;
import io.labrun.report.graph.Topology.Kind;
import io.labrun.report.graph.Topology.Node;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.DeploySpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the containers, and the services or their tasks. */
final class NodesOf {
  private final Plan plan;
  private final Optional<Snapshot> snapshot;
  private final Stores stores;
  private final Placement placement;
  private final AttachmentsOf attachments;
  private final TextResolver resolver;

  NodesOf(Plan plan, Optional<Snapshot> snapshot, Stores stores) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.stores = stores;
    this.placement = Placement.of(plan.scenario());
    this.attachments = new AttachmentsOf(plan.scenario());
    this.resolver = new RunResolver(plan.run());
  }

  /** All of them, in the order of the file; what their mounts hold is put into the stores. */
  List<Node> all() {
    List<Node> out = new ArrayList<>();
    plan.scenario()
        .containers()
        .forEach((key, c) -> out.add(container(key, ContainerSpec.read(c, resolver))));
    plan.scenario()
        .services()
        .forEach((key, s) -> out.addAll(service(key, ServiceSpec.read(s, resolver))));
    return out;
  }

  private Node container(String key, ContainerSpec spec) {
    String host = placement.containers().get(key);
    Optional<Snapshot.Container> live = live(key);
    List<String> facts = new ArrayList<>();
    facts.add(spec.build().isPresent() ? "built" : spec.image());
    if (!spec.start() && snapshot.isEmpty()) {
      facts.add("made later");
    }
    status(live).ifPresent(facts::add);
    return new Node(
        key,
        Kind.CONTAINER,
        key,
        facts,
        host,
        live.map(seen -> attachments.seen(seen, spec.networking()))
            .filter(places -> !places.isEmpty())
            .orElseGet(() -> attachments.planned(spec.networking(), host)),
        AttachmentsOf.shares(spec.networking()),
        ports(spec.networking()),
        stores.mounts(key, host, spec.storage().mounts()),
        live.filter(NodesOf::hasEnded).isPresent() || snapshot.isPresent() && live.isEmpty());
  }

  private List<Node> service(String key, ServiceSpec spec) {
    List<Node> tasks =
        snapshot.stream()
            .flatMap(seen -> seen.containers().stream())
            .filter(seen -> isTaskOf(key, seen))
            .map(seen -> task(seen, spec))
            .toList();
    return tasks.isEmpty() ? List.of(service(key, key, spec)) : tasks;
  }

  private boolean isTaskOf(String service, Snapshot.Container seen) {
    return seen.key().startsWith(service + ".")
        && !plan.scenario().containers().containsKey(seen.key())
        && plan.scenario().services().keySet().stream()
            .filter(other -> seen.key().startsWith(other + "."))
            .allMatch(other -> other.length() <= service.length());
  }

  private Node service(String key, String label, ServiceSpec spec) {
    boolean alone = plan.scenario().hosts().isEmpty();
    String host = alone ? placement.services().get(key) : Topology.SWARM;
    DeploySpec deploy = spec.deploy();
    String many =
        deploy.mode() == DeploySpec.Mode.GLOBAL ? "one on each host" : "× " + deploy.wanted();
    List<String> facts = new ArrayList<>(List.of(spec.image(), "service " + many));
    if (snapshot.isPresent()) {
      facts.add("no task runs");
    }
    return new Node(
        key,
        Kind.SERVICE,
        label,
        facts,
        host,
        attachments.planned(spec.networking(), host),
        Optional.empty(),
        ports(spec.networking()),
        stores.mounts(key, host, spec.storage().mounts()),
        snapshot.isPresent());
  }

  private Node task(Snapshot.Container seen, ServiceSpec spec) {
    List<String> facts = new ArrayList<>(List.of(spec.image()));
    status(Optional.of(seen)).ifPresent(facts::add);
    return new Node(
        seen.key(),
        Kind.TASK,
        seen.key(),
        facts,
        seen.host(),
        attachments.seen(seen, spec.networking()),
        Optional.empty(),
        ports(spec.networking()),
        stores.mounts(seen.key(), seen.host(), spec.storage().mounts()),
        hasEnded(seen));
  }

  private Optional<Snapshot.Container> live(String key) {
    return snapshot.stream()
        .flatMap(seen -> seen.containers().stream())
        .filter(seen -> seen.key().equals(key))
        .findFirst();
  }

  private static boolean hasEnded(Snapshot.Container seen) {
    return List.of("exited", "dead").contains(seen.status());
  }

  /** Nothing of one that runs, which is the usual thing. */
  private Optional<String> status(Optional<Snapshot.Container> live) {
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    String word = live.map(Snapshot.Container::status).orElse("does not stand");
    String code =
        live.filter(NodesOf::hasEnded)
            .flatMap(Snapshot.Container::exitCode)
            .map(number -> " (exit code " + number + ")")
            .orElse("");
    return Optional.of(word + code).filter(text -> !text.equals("running"));
  }

  private static List<String> ports(NetworkingSpec spec) {
    return spec.ports().stream().map(NodesOf::port).toList();
  }

  private static String port(PortSpec port) {
    return port.hostIp().map(ip -> ip + ":").orElse("")
        + port.published().map(String::valueOf).orElse("any")
        + " → "
        + port.target()
        + (port.protocol().equals("tcp") ? "" : "/" + port.protocol());
  }
}
