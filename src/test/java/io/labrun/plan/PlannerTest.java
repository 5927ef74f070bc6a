package io.labrun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final String CLAIM =
      """
      assertions:
        - {name: it runs, state: {container: web}, expect: {status: running}}
      """;

  @Test
  void everythingIsNamedAfterTheRun() {
    Plan plan =
        plan(
            """
            requires: {grants: [host-network]}
            networks: {lab: {}, fixed: {name: my-net}, there: {external: true}}
            volumes: {data: {}}
            containers:
              web: {image: busybox, networks: [lab]}
              other: {image: busybox, container_name: mine}
            """);
    assertEquals(
        Map.of("lab", "test-00ff-lab", "fixed", "my-net", "there", "there"),
        plan.names().networks());
    assertEquals(Map.of("data", "test-00ff-data"), plan.names().volumes());
    assertEquals(Map.of("web", "test-00ff-web", "other", "mine"), plan.names().containers());
  }

  @Test
  void aContainerComesAfterItsImageItsNetworksAndItsVolumes() {
    Plan plan =
        plan(
            """
            networks: {lab: {}}
            volumes: {data: {}}
            containers:
              web: {image: busybox, networks: [lab], volumes: ["data:/data"]}
            """);
    assertEquals(
        Set.of(
            id(StepKind.IMAGE, "busybox"),
            id(StepKind.NETWORK, "lab"),
            id(StepKind.VOLUME, "data")),
        after(plan, StepKind.CONTAINER, "web"));
  }

  @Test
  void dependsOnWaitsForWhatItSays() {
    Plan plan =
        plan(
            """
            containers:
              web:
                image: busybox
                depends_on:
                  db: {condition: service_healthy}
                  job: {condition: service_completed_successfully}
                  log: {condition: service_started}
              db: {image: busybox, healthcheck: {test: "true"}}
              job: {image: busybox}
              log: {image: busybox}
            """);
    Set<StepId> after = after(plan, StepKind.CONTAINER, "web");
    assertTrue(after.contains(id(StepKind.HEALTHY, "db")), after.toString());
    assertTrue(after.contains(id(StepKind.COMPLETED, "job")), after.toString());
    assertTrue(after.contains(id(StepKind.CONTAINER, "log")), after.toString());
  }

  @Test
  void namespacesAndLiveValuesOfOthersComeFirst() {
    Plan plan =
        plan(
            """
            networks: {lab: {}}
            containers:
              web: {image: busybox, environment: {PEER: "${db.ip}"}, networks: [lab]}
              side: {image: busybox, network_mode: "container:web"}
              db: {image: busybox, networks: [lab]}
            """);
    assertTrue(after(plan, StepKind.CONTAINER, "web").contains(id(StepKind.CONTAINER, "db")));
    assertTrue(after(plan, StepKind.CONTAINER, "side").contains(id(StepKind.CONTAINER, "web")));
  }

  @Test
  void fixedAddressesComeBeforeDynamicOnesUnlessThatWouldBeACircle() {
    Plan plan =
        plan(
            """
            networks: {lab: {ipam: {config: [{subnet: 10.99.0.0/24}]}}}
            containers:
              web: {image: busybox, networks: [lab]}
              fixed: {image: busybox, networks: {lab: {ipv4_address: 10.99.0.2}}}
              late: {image: busybox, networks: {lab: {ipv4_address: 10.99.0.3}}, depends_on: [web]}
            """);
    Set<StepId> after = after(plan, StepKind.CONTAINER, "web");
    assertTrue(after.contains(id(StepKind.CONTAINER, "fixed")), after.toString());
    assertFalse(after.contains(id(StepKind.CONTAINER, "late")), after.toString());
  }

  @Test
  void aNetworkWhoseParentIsAnothersBridgeComesAfterItAndAfterThoseOnTheBridge() {
    Plan plan =
        plan(
            """
            networks:
              lan: {driver: macvlan, driver_opts: {parent: "br${run.id}"}}
              cable: {driver_opts: {com.docker.network.bridge.name: "br${run.id}"}}
            containers:
              web: {image: busybox, networks: [lan]}
              router: {image: busybox, networks: [cable]}
            """);
    // Podman's bridge is there only while a container runs on it.
    assertEquals(
        Set.of(id(StepKind.NETWORK, "cable"), id(StepKind.CONTAINER, "router")),
        after(plan, StepKind.NETWORK, "lan"));
    assertTrue(after(plan, StepKind.CONTAINER, "web").contains(id(StepKind.CONTAINER, "router")));
  }

  @Test
  void whatIsOnAHostComesAfterItAndAfterItsSwarmWithImagesThatAreHandedOver() {
    Plan plan =
        plan(
            """
            hosts: {worker: {swarm: worker}, first: {swarm: manager}, alone: {}}
            networks: {wide: {driver: overlay, host: first, attachable: true}}
            volumes: {data: {host: worker}}
            containers:
              web: {image: nginx, host: worker, networks: [wide], volumes: ["data:/data"]}
              here: {image: nginx}
            """);
    StepId underlay = id(StepKind.UNDERLAY, StepKind.UNDERLAY_KEY);
    assertEquals(
        Set.of(underlay, id(StepKind.IMAGE, "docker:dind")), after(plan, StepKind.HOST, "alone"));
    assertEquals(Set.of(id(StepKind.HOST, "first")), after(plan, StepKind.SWARM, "first"));
    assertEquals(
        Set.of(id(StepKind.HOST, "worker"), id(StepKind.SWARM, "first")),
        after(plan, StepKind.SWARM, "worker"));
    assertEquals(
        Set.of(
            new StepId(StepKind.IMAGE, "nginx", "worker"),
            id(StepKind.HOST, "worker"),
            id(StepKind.SWARM, "worker"),
            id(StepKind.NETWORK, "wide"),
            id(StepKind.VOLUME, "data")),
        after(plan, StepKind.CONTAINER, "web"));
    assertEquals(Set.of(id(StepKind.IMAGE, "nginx")), after(plan, StepKind.CONTAINER, "here"));
    assertEquals(List.of("nginx", "docker:dind"), plan.keys(StepKind.IMAGE));
    assertTrue(
        plan.steps().stream()
            .noneMatch(s -> s.id().key().equals("alone") && s.id().kind() == StepKind.SWARM));
  }

  @Test
  void aServiceComesAfterItsWholeSwarmAndItsImageOnEveryHostOfIt() {
    Plan plan =
        plan(
            """
            hosts: {alone: {}, worker: {swarm: worker}, manager: {swarm: manager}}
            networks: {lab: {driver: overlay, host: manager}}
            services:
              web: {image: nginx, networks: [lab], host: manager}
              later: {image: other, host: manager, start: false}
            assertions:
              - name: updates
                do: [{update: {service: web, image: "nginx:2"}}]
                tasks: {service: web}
                expect: {length: 1}
            """);
    assertEquals(
        Set.of(
            id(StepKind.IMAGE, "nginx"),
            new StepId(StepKind.IMAGE, "nginx", "worker"),
            new StepId(StepKind.IMAGE, "nginx", "manager"),
            id(StepKind.HOST, "worker"),
            id(StepKind.HOST, "manager"),
            id(StepKind.SWARM, "worker"),
            id(StepKind.SWARM, "manager"),
            id(StepKind.NETWORK, "lab")),
        after(plan, StepKind.SERVICE, "web"));
    assertEquals(List.of("web"), plan.keys(StepKind.SERVICE));
    assertEquals(
        Map.of("web", "test-00ff-web", "later", "test-00ff-later"), plan.names().services());
    for (String image : List.of("other", "nginx:2")) {
      assertEquals(
          Set.of("", "worker", "manager"),
          plan.steps().stream()
              .map(Step::id)
              .filter(step -> step.key().equals(image))
              .map(StepId::host)
              .collect(Collectors.toSet()));
    }
  }

  @Test
  void whatAnActionMakesLaterIsNoStepButItsImageIs() {
    Plan plan =
        plan(
            """
            containers:
              web: {image: busybox}
              later: {image: other, start: false}
            """);
    assertEquals(List.of("web"), plan.keys(StepKind.CONTAINER));
    assertEquals(List.of("busybox", "other"), plan.keys(StepKind.IMAGE));
  }

  @Test
  void whoIsLookedFromGetsItsProbeBeforehand() {
    Plan plan =
        plan(
            """
            networks: {lab: {}}
            containers:
              web: {image: web, networks: [lab]}
              client: {image: client, networks: [lab]}
            assertions:
              - {name: it answers, reach: {from: client, to: web, port: 80}}
            """);
    assertEquals(List.of("client"), plan.keys(StepKind.PROBE));
    assertEquals(
        Set.of(id(StepKind.IMAGE, "busybox"), id(StepKind.CONTAINER, "client")),
        after(plan, StepKind.PROBE, "client"));
  }

  private static Plan plan(String body) {
    String claims = body.contains("assertions:") ? "" : CLAIM;
    SourceText source = new SourceText("test.yaml", "name: test\n" + body + claims);
    LoadResult result = new ScenarioLoader().load(source, Given.NOTHING);
    assertEquals(List.of(), result.diagnostics());
    return Planner.plan(result.scenario().orElseThrow(), new RunName("test", "00ff"));
  }

  private static Set<StepId> after(Plan plan, StepKind kind, String key) {
    return plan.steps().stream()
        .filter(step -> step.id().equals(id(kind, key)))
        .findFirst()
        .orElseThrow()
        .after();
  }

  private static StepId id(StepKind kind, String key) {
    return new StepId(kind, key);
  }
}
