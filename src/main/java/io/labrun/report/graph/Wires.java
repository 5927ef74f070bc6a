package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Attachment;
import io.labrun.report.graph.Topology.Mount;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds which wires a picture has besides those from a bar down to its boxes. */
final class Wires {
  /** More lines than this nobody can follow: of what is as claimed the rest is only told. */
  private static final int MOST_HELD = 14;

  private static final int MOST_FAILED = 30;
  private static final int MOST_PORTS = 2;

  private final Layout layout;
  private final Map<String, Wire> shared = new LinkedHashMap<>();
  private final List<Wire> ports = new ArrayList<>();
  private final Map<String, Wire> reaches = new LinkedHashMap<>();
  private int untold;

  Wires(Layout layout, Boxes boxes) {
    this.layout = layout;
    layout.topology.nodes().forEach(node -> add(node, boxes));
    addReaches();
  }

  /** All of them, the ones that say that something is wrong last. */
  List<Wire> all() {
    List<Wire> out = new ArrayList<>(shared.values());
    out.addAll(ports);
    out.addAll(reaches.values());
    return out;
  }

  /** How many attempts to reach have no wire, for want of room. */
  int untold() {
    return untold;
  }

  private void add(Node node, Boxes boxes) {
    Cell cell = layout.cells.get(node.id());
    if (!node.ports().isEmpty()) {
      Wire wire = new Wire(Wire.Kind.PORT, ports(node.ports()), Optional.empty(), true);
      wire.end(cell, true);
      ports.add(wire);
    }
    node.attachments().stream()
        .skip(1)
        .map(Attachment::network)
        .forEach(id -> network(cell, node, id));
    Set<String> mounted = new HashSet<>();
    for (Mount mount : node.mounts()) {
      if (mounted.add(mount.store())) {
        boxes.shared(mount.store()).ifPresent(store -> storage(cell, mount.store(), store));
      }
    }
  }

  private static String ports(List<String> ports) {
    String first = ports.stream().limit(MOST_PORTS).collect(Collectors.joining(", "));
    return ports.size() > MOST_PORTS
        ? first + " and " + (ports.size() - MOST_PORTS) + " more"
        : first;
  }

  private void network(Cell cell, Node node, String id) {
    Optional<Zone> bar =
        layout.frames.stream()
            .filter(frame -> frame.host.key().equals(node.host()))
            .flatMap(frame -> frame.zones.stream())
            .filter(zone -> zone.network.filter(n -> n.id().equals(id)).isPresent())
            .findFirst();
    Wire wire =
        shared.computeIfAbsent(
            node.host() + " " + id, key -> new Wire(Wire.Kind.NETWORK, id, Optional.empty(), true));
    wire.bar = bar;
    wire.end(cell, false);
  }

  private void storage(Cell cell, String id, Cell store) {
    Wire wire = shared.get("store " + id);
    if (wire == null) {
      wire = new Wire(Wire.Kind.STORAGE, id, Optional.empty(), true);
      wire.end(store, false);
      shared.put("store " + id, wire);
    }
    wire.end(cell, false);
  }

  /** Attempts between the same two with the same verdict are one wire. */
  private void addReaches() {
    Map<String, List<Reach>> bundles = new LinkedHashMap<>();
    for (Reach reach : layout.topology.reaches()) {
      boolean forth = reach.from().compareTo(reach.to()) < 0;
      String ends = forth ? reach.from() + " " + reach.to() : reach.to() + " " + reach.from();
      if (!reach.from().equals(reach.to())) {
        String key = reach.verdict() + " " + reach.wanted() + " " + ends;
        bundles.computeIfAbsent(key, k -> new ArrayList<>()).add(reach);
      }
    }
    int held = 0;
    int failed = 0;
    for (Map.Entry<String, List<Reach>> bundle : bundles.entrySet()) {
      Reach first = bundle.getValue().get(0);
      boolean wrong = first.verdict() == Verdict.FAILED || first.verdict() == Verdict.ERROR;
      if (wrong ? failed++ < MOST_FAILED : held++ < MOST_HELD) {
        reaches.put(bundle.getKey(), wire(bundle.getValue()));
      } else {
        untold += bundle.getValue().size();
      }
    }
  }

  private Wire wire(List<Reach> bundle) {
    Reach first = bundle.get(0);
    Set<Integer> numbers = new LinkedHashSet<>();
    Set<String> goals = new HashSet<>();
    bundle.forEach(
        reach -> {
          numbers.add(reach.number());
          goals.add(reach.to());
        });
    String label = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    Wire wire = new Wire(Wire.Kind.REACH, label, Optional.of(first.verdict()), first.wanted());
    wire.end(layout.cells.get(first.from()), goals.contains(first.from()));
    wire.end(layout.cells.get(first.to()), goals.contains(first.to()));
    return wire;
  }
}
