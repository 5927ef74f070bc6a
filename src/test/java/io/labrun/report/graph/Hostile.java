package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Attachment;
import io.labrun.report.graph.Topology.Host;
import io.labrun.report.graph.Topology.Kind;
import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Mount;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Storage;
import io.labrun.report.graph.Topology.Store;
import io.labrun.report.graph.Topology.Verdict;
import java.util.List;
import java.util.Optional;

/** A topology in which everything that can be named is called the same thing. */
final class Hostile {
  private Hostile() {}

  static Topology topology(String name) {
    Attachment place = new Attachment("net", name, name);
    return new Topology(
        name,
        List.of(new Host("", name, false)),
        List.of(
            new Network(
                "net",
                name,
                Medium.SEGMENT,
                name,
                List.of(name),
                List.of(name),
                List.of(name),
                "",
                Optional.empty(),
                Optional.of(name),
                true)),
        List.of(node("one", name, place), node("two", name, place)),
        List.of(new Store("store", Storage.BIND, name, "")),
        List.of(new Reach(1, name, "one", "two", name, true, Verdict.FAILED, name)));
  }

  private static Node node(String id, String name, Attachment place) {
    return new Node(
        id,
        Kind.CONTAINER,
        name,
        List.of(name),
        "",
        List.of(place),
        Optional.empty(),
        List.of(name),
        List.of(new Mount("store", name, true)),
        false);
  }
}
