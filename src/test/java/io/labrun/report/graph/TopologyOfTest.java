package io.labrun.report.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Snapshot;
import io.labrun.event.Status;
import io.labrun.plan.Plan;
import io.labrun.report.graph.Topology.Host;
import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Store;
import io.labrun.report.graph.Topology.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TopologyOfTest {
  private static final String LAB =
      """
      name: lab
      requires: {grants: [host-network]}
      networks:
        lab: {ipam: {config: [{subnet: 10.1.0.0/24, gateway: 10.1.0.1}]}}
        shut: {internal: true}
      containers:
        web:
          image: busybox
          networks: {lab: {ipv4_address: 10.1.0.9}, shut: {}}
          ports: ["8080:80", "53/udp"]
          volumes: ["data:/data:ro", "/anonymous"]
        beside: {image: busybox, network_mode: "container:web"}
        loose: {image: busybox}
        alone: {image: busybox, network_mode: none}
        bare: {image: busybox, network_mode: host}
      volumes: {data: {}}
      assertions:
        - {name: a, reach: {from: [web, loose], to: [web, loose]}}
        - {name: b, reach: {from: web, to: 10.1.0.1}}
        - {name: c, reach: {from: alone, to: "${web.ip}", port: 80}, expect: {reachable: false}}
        - {name: d, reach: {from: engine, to: 10.1.0.9}}
        - {name: e, reach: {from: web, to: 127.0.0.1}}
        - {name: f, reach: {from: web, to: example.test}}
      """;

  private static Node node(Topology topology, String id) {
    return topology.nodes().stream().filter(n -> n.id().equals(id)).findFirst().orElseThrow();
  }

  private static Network network(Topology topology, String id) {
    return topology.networks().stream().filter(n -> n.id().equals(id)).findFirst().orElseThrow();
  }

  private static String way(Reach reach) {
    return reach.from() + ">" + reach.to();
  }

  @Test
  void a_plan_says_who_is_on_which_network_with_what() {
    Topology lab = TopologyOf.plan(Plans.of(LAB));
    Node web = node(lab, "web");
    assertEquals(
        List.of("lab 10.1.0.9", "shut "),
        web.attachments().stream().map(a -> a.network() + " " + a.address()).toList());
    assertEquals(List.of("8080 → 80", "any → 53/udp"), web.ports());
    assertEquals(
        List.of("volume:data /data true", "anonymous:web:/anonymous /anonymous false"),
        web.mounts().stream().map(m -> m.store() + " " + m.path() + " " + m.readOnly()).toList());
    assertEquals(Optional.of("web"), node(lab, "beside").shares());
    assertEquals(List.of(), node(lab, "beside").attachments());
    assertEquals("@bridge@", node(lab, "loose").attachments().get(0).network());
    assertEquals(Medium.NONE, network(lab, "@none@").medium());
    assertEquals(Medium.HOST, network(lab, "@host@").medium());
    assertTrue(network(lab, "lab").wayOut());
    assertFalse(network(lab, "shut").wayOut());
    assertEquals(List.of("internal: no way out"), network(lab, "shut").remarks());
  }

  @Test
  void a_reach_leads_to_nodes_whatever_its_goal_is_called() {
    Topology lab = TopologyOf.plan(Plans.of(LAB));
    assertEquals(
        List.of(
            "web>loose",
            "loose>web",
            "web>@address 10.1.0.1",
            "alone>web",
            "@engine>web",
            "web>web",
            "web>@address example.test"),
        lab.reaches().stream().map(TopologyOfTest::way).toList());
    assertEquals("lab", node(lab, "@address 10.1.0.1").attachments().get(0).network());
    assertEquals(List.of("the gateway's address"), node(lab, "@address 10.1.0.1").facts());
    assertEquals(Topology.ELSEWHERE, node(lab, "@address example.test").host());
    assertFalse(lab.reaches().get(3).wanted());
  }

  @Test
  void verdicts_come_from_what_was_seen_of_each_way() {
    Plan plan =
        Plans.of(
            """
            name: lab
            networks: {lab: {}}
            containers:
              a: {image: busybox, networks: [lab]}
              b: {image: busybox, networks: [lab]}
            assertions:
              - {name: one, reach: {from: a, to: b}}
              - {name: two, reach: {from: b, to: a}, expect: {reachable: false}}
              - {name: three, reach: {from: a, to: b}}
              - {name: four, reach: {from: a, to: b}}
              - {name: five, reach: {from: a, to: b}}
            """);
    Topology seen =
        TopologyOf.run(
            Plans.run(
                plan,
                Optional.empty(),
                Plans.result(plan, 0, Status.PASSED, "a → b"),
                Plans.result(plan, 1, Status.PASSED, "b → a"),
                Plans.result(plan, 2, Status.FAILED, "a → b"),
                Plans.result(plan, 3, Status.ERROR, "a → b"),
                Plans.result(plan, 4, Status.SKIPPED)));
    assertEquals(
        List.of(Verdict.REACHED, Verdict.KEPT_OUT, Verdict.FAILED, Verdict.ERROR, Verdict.UNTRIED),
        seen.reaches().stream().map(Reach::verdict).toList());
  }

  @Test
  void a_snapshot_gives_addresses_tasks_and_what_has_ended() {
    Plan plan = Plans.scenario("overlay");
    Snapshot.Address span = new Snapshot.Address("span", "10.0.1.5", "02:42:0a:00:01:05");
    Snapshot.Address plumbing = new Snapshot.Address("docker_gwbridge", "172.18.0.3", "");
    Snapshot snapshot =
        new Snapshot(
            List.of(new Snapshot.Network("span", "overlay", List.of("10.0.1.0/24"))),
            List.of(
                new Snapshot.Container(
                    "alice",
                    "manager",
                    "running",
                    Optional.empty(),
                    List.of(span, plumbing),
                    List.of()),
                new Snapshot.Container(
                    "bob", "worker", "exited", Optional.of(137), List.of(), List.of()),
                new Snapshot.Container(
                    "web.2", "worker", "running", Optional.empty(), List.of(span), List.of())));
    Topology lab = TopologyOf.standing(plan, snapshot);
    assertEquals(List.of("10.0.1.0/24"), network(lab, "span").subnets());
    assertEquals(List.of("does not stand"), network(lab, "local").remarks());
    assertEquals(1, node(lab, "alice").attachments().size());
    assertEquals("10.0.1.5", node(lab, "alice").attachments().get(0).address());
    assertEquals(List.of("busybox", "exited (exit code 137)"), node(lab, "bob").facts());
    assertTrue(node(lab, "bob").ended());
    assertEquals("worker", node(lab, "web.2").host());
    assertTrue(lab.nodes().stream().noneMatch(n -> n.id().equals("web")));
    assertTrue(lab.reaches().stream().anyMatch(r -> way(r).equals("alice>web.2")));
    assertEquals(List.of("manager", "worker"), lab.hosts().stream().map(Host::key).toList());
  }

  @Test
  void what_two_mount_is_one_store() {
    Topology lab = TopologyOf.plan(Plans.scenario("bind-mount"));
    assertEquals(1, lab.stores().stream().map(Store::id).distinct().count());
    assertEquals(1, lab.stores().size());
  }
}
