package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Attachment;
import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Mount;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Storage;
import io.labrun.report.graph.Topology.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the boxes of a picture: what is written in each and what hangs below it. */
final class Boxes {
  private final Map<String, Network> networks = new HashMap<>();
  private final Map<String, Store> stores = new LinkedHashMap<>();
  private final Map<String, Long> users;
  private final Map<String, Cell> shared = new LinkedHashMap<>();

  Boxes(Topology topology) {
    topology.networks().forEach(network -> networks.put(network.id(), network));
    topology.stores().forEach(store -> stores.put(store.id(), store));
    this.users =
        topology.nodes().stream()
            .flatMap(node -> node.mounts().stream().map(Mount::store).distinct())
            .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    stores.values().stream()
        .filter(store -> users.getOrDefault(store.id(), 0L) != 1)
        .forEach(
            store ->
                shared.put(store.id(), new Cell(Optional.empty(), "", List.of(), item(store))));
  }

  private static List<Item> item(Store store) {
    return List.of(new Item(store.kind(), store.label(), kind(store.kind())));
  }

  private static String kind(Storage storage) {
    return switch (storage) {
      case VOLUME -> "volume";
      case ANONYMOUS -> "anonymous volume";
      case BIND -> "of the host";
      case TMPFS -> "tmpfs";
    };
  }

  /** What several mount, or nobody, by host. */
  Map<String, List<Cell>> shared() {
    Map<String, List<Cell>> out = new LinkedHashMap<>();
    shared.forEach(
        (id, cell) ->
            out.computeIfAbsent(stores.get(id).host(), host -> new ArrayList<>()).add(cell));
    return out;
  }

  /** The cell of a store that several mount; empty for one that hangs below its only user. */
  Optional<Cell> shared(String store) {
    return Optional.ofNullable(shared.get(store));
  }

  /** What a network's bar says: its name, its driver, its subnets. */
  String label(Network network) {
    List<String> parts = new ArrayList<>(List.of(network.label()));
    boolean segment = network.medium() == Medium.SEGMENT || network.medium() == Medium.SPANNING;
    if (segment && !network.id().startsWith("@")) {
      parts.add(network.driver());
    }
    parts.addAll(network.subnets());
    parts.addAll(network.remarks());
    return String.join(" · ", parts);
  }

  /** The box of a node. */
  Cell of(Node node) {
    List<Cell.Line> lines = new ArrayList<>();
    node.facts().forEach(fact -> lines.add(new Cell.Line(fact, "")));
    node.shares().ifPresent(owner -> lines.add(new Cell.Line("in the network of " + owner, "")));
    node.attachments().forEach(place -> lines.addAll(place(node, place)));
    List<Item> items = new ArrayList<>();
    for (Mount mount : node.mounts()) {
      Store store = stores.get(mount.store());
      String path = mount.path() + (mount.readOnly() ? " (ro)" : "");
      if (shared.containsKey(store.id())) {
        lines.add(new Cell.Line(store.label() + " → " + path, ""));
      } else {
        items.add(new Item(store.kind(), store.label(), path));
      }
    }
    return new Cell(Optional.of(node), node.label(), lines, items);
  }

  /** Of a node on one network only the address is worth a line. */
  private List<Cell.Line> place(Node node, Attachment place) {
    Network network = networks.get(place.network());
    boolean wired = network.medium() == Medium.SEGMENT || network.medium() == Medium.SPANNING;
    boolean several = node.attachments().size() > 1;
    if (!wired || (!several && place.address().isEmpty())) {
      return List.of();
    }
    List<Cell.Line> out = new ArrayList<>();
    String text = place.address().isEmpty() ? network.label() : place.address();
    out.add(
        new Cell.Line(
            several && !place.address().isEmpty() ? network.label() + " " + text : text,
            network.id()));
    if (List.of("macvlan", "ipvlan").contains(network.driver()) && !place.mac().isEmpty()) {
      out.add(new Cell.Line(place.mac(), network.id()));
    }
    return out;
  }
}
