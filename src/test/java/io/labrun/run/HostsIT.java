package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Outcome;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.plan.StepKind;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.testbed.ControlGroups;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Program;
import io.labrun.testbed.StandIns;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts with engines of their own, made and removed by a run. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Takes(seconds = 102)
final class HostsIT extends OnTheEngine {
  private static final String TWO =
      """
      name: it-hosts
      hosts: {one: {}, two: {}}
      containers:
        web: {image: busybox, host: one, command: httpd -f -p 80 -h /etc, ports: ["80:80"]}
        client: {image: busybox, host: two, command: sleep infinity}
      assertions:
        - {name: across, reach: {from: client, to: one, port: 80}}
      """;

  @TempDir private Path folder;

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void bring() {
    StandIns.bring(List.of("docker:dind"));
  }

  private ScenarioResult run(String yaml, Consumer<RunEvent> listener) {
    lab = LabRun.of(engine, yaml).on(listener);
    return lab.run();
  }

  @Test
  void what_was_on_the_hosts_goes_with_them() throws IOException {
    String[] container = {""};
    Set<String> volumes = new TreeSet<>();
    ScenarioResult result =
        run(
            TWO,
            event -> {
              if (event instanceof RunEvent.AssertionStarted) {
                container[0] = hostContainer("one");
                volumes.addAll(volumesOf(container[0]));
              }
            });
    assertEquals(List.of(Status.PASSED), LabRun.statuses(result), result.toString());
    assertEquals(List.of(), result.leftovers());
    assertEquals(List.of(), lab.standing());
    assertFalse(container[0].isEmpty());
    assertEquals(List.of(), controlGroups(container[0]));
    assertFalse(volumes.isEmpty(), "a host's engine keeps its data in a volume");
    volumes.retainAll(volumes());
    assertEquals(Set.of(), volumes);
  }

  private List<String> volumesOf(String container) {
    return new Tree(engine.inspect(ObjectKind.CONTAINER, container))
        .items("Mounts").stream()
            .filter(mount -> mount.text("Type").equals(Optional.of("volume")))
            .map(mount -> mount.text("Name").orElseThrow())
            .toList();
  }

  private static List<String> volumes() throws IOException {
    return Docker.cli("volume", "ls", "--quiet").lines().toList();
  }

  private String hostContainer(String host) {
    return lab.standing().stream()
        .filter(object -> "host".equals(object.labels().get("io.labrun.role")))
        .filter(object -> host.equals(object.labels().get("io.labrun.key")))
        .map(object -> object.id())
        .filter(id -> id.length() == 64)
        .findFirst()
        .orElse("");
  }

  /** What the kernel still keeps of a container and of those within. */
  private static List<String> controlGroups(String container) throws IOException {
    return ControlGroups.find("*" + container + "*");
  }

  @Test
  void an_interrupt_while_an_engine_starts_removes_the_hosts() {
    ScenarioResult result = run(TWO, event -> stopAt(event, StepKind.HOST));
    assertEquals(Outcome.INTERRUPTED, result.outcome());
    assertEquals(List.of(), lab.standing());
  }

  private void stopAt(RunEvent event, StepKind kind) {
    if (event instanceof RunEvent.StepStarted started && started.step().kind() == kind) {
      lab.cancel();
    }
  }

  @Test
  void a_host_whose_engine_does_not_start_is_a_problem_with_its_last_words() {
    ScenarioResult result =
        run(
            """
            name: it-hosts-broken
            hosts: {one: {image: busybox}}
            requires: {grants: [privileged]}
            containers: {web: {image: busybox, host: one}}
            assertions: [{name: it runs, state: {container: web}, expect: {status: running}}]
            """);
    assertEquals(Outcome.ERROR, result.outcome());
    String problem = result.problem().orElseThrow().toString();
    assertTrue(problem.contains("the engine of the host `one` does not answer"), problem);
    assertTrue(problem.contains("dockerd: not found"), problem);
    assertEquals("it.yaml:2:9", result.problem().get().span().orElseThrow().place());
  }

  @Test
  void an_address_of_nobody_is_controlled_from_the_host_that_one_looks_from() {
    ScenarioResult result =
        run(
            """
            name: it-hosts-control
            hosts: {one: {}}
            containers:
              web: {image: busybox, command: httpd -f -p 80 -h /etc, ports: ["127.0.0.1:28077:80"]}
              there: {image: busybox, host: one, command: sleep infinity}
            assertions:
              - name: nobody is there, and only the main engine has somebody under this address
                reach: {from: there, to: 127.0.0.1, port: 28077}
                expect: {reachable: false}
                within: 0s
            """);
    assertEquals(List.of(Status.ERROR), LabRun.statuses(result));
    String problem = result.assertions().get(0).problem().orElseThrow().toString();
    assertTrue(problem.contains("nobody is at 127.0.0.1:28077"), problem);
    assertTrue(problem.contains("from the host `one`"), problem);
  }

  @Test
  void a_swarm_of_hosts_has_its_network_on_all_of_them() {
    ScenarioResult result =
        run(
            """
            name: it-hosts-swarm
            hosts: {worker: {swarm: worker}, first: {swarm: manager}, second: {swarm: manager}}
            networks:
              wide: {driver: overlay, host: first, attachable: true}
              near: {host: worker}
            containers:
              a: {image: busybox, host: first, command: sleep infinity, networks: [wide]}
              b: {image: busybox, host: second, command: sleep infinity, networks: [wide]}
              c: {image: busybox, host: worker, command: sleep infinity, networks: [near, wide]}
              d: {image: busybox, host: worker, command: sleep infinity, networks: [near]}
            assertions:
              - name: three members, two of them managers
                inspect: {host: [first, second]}
                expect: {Swarm: {Nodes: 3, Managers: 2}}
              - name: all reach all
                reach: {from: [a, b, c], to: [a, b, c]}
              - name: by name, at the address that the other has there
                dns: {from: a, name: c}
                expect: {addresses: ["${c.networks.wide.ip}"]}
              - name: who is not on it does not find them
                dns: {from: d, name: a}
                expect: {resolves: false}
              - name: an address means nothing on another host
                reach: {from: d, to: a}
                within: 0s
            """);
    assertEquals(
        List.of(Status.PASSED, Status.PASSED, Status.PASSED, Status.PASSED, Status.ERROR),
        LabRun.statuses(result),
        () -> result.problem().toString());
    String why = result.assertions().get(4).problem().orElseThrow().what();
    assertTrue(why.contains("are on different hosts and share no network"), why);
  }

  @Test
  void a_host_that_is_off_says_so_and_is_the_same_when_it_is_on_again() {
    ScenarioResult result =
        run(
            """
            name: it-hosts-power
            hosts: {one: {}, two: {}}
            volumes: {data: {host: one}}
            containers:
              web:
                image: busybox
                host: one
                command: httpd -f -p 80 -h /data
                ports: ["80:80"]
                volumes: ["data:/data"]
                restart: always
              client: {image: busybox, host: two, command: sleep infinity}
            assertions:
              - name: before
                do: [{copy: {to: web, path: /data/page, content: kept}}]
                inspect: {host: one}
                expect: {ContainersRunning: {gt: 0}}
                capture: {engine: ID}
              - name: while it is off
                do: [{stop-host: one}]
                exec: {container: web, command: "true"}
              - name: it has no address then
                reach: {from: client, to: one, port: 80}
                expect: {reachable: false}
              - name: what is on the other goes on
                exec: {container: client, command: "true"}
              - name: it is the same engine when it is on again
                do: [{start-host: one}]
                inspect: {host: one}
                expect: {ID: "${engine}"}
              - name: with its containers and volumes
                http: {from: client, url: "http://${one.ip}/page"}
                expect: {body: kept}
            """);
    assertEquals(
        List.of(
            Status.PASSED, Status.ERROR, Status.ERROR, Status.PASSED, Status.PASSED, Status.PASSED),
        LabRun.statuses(result),
        result.toString());
    String why = result.assertions().get(1).problem().orElseThrow().what();
    assertTrue(why.contains("the host `one` is switched off"), why);
  }

  @Test
  void who_is_cut_off_still_reaches_those_with_whom_it_is() {
    passes(
        """
        name: it-hosts-cut
        hosts: {one: {}, two: {}, three: {}}
        containers:
          a: {image: busybox, host: one, command: httpd -f -p 80 -h /etc, ports: ["80:80"]}
          b: {image: busybox, host: two, command: httpd -f -p 80 -h /etc, ports: ["80:80"]}
          c: {image: busybox, host: three, command: sleep infinity}
        assertions:
          - name: two are on one side
            do: [{partition: [one, two]}]
            reach: {from: a, to: two, port: 80}
          - name: and one on the other
            reach: {from: c, to: [one, two], port: 80}
            expect: {reachable: false}
            within: 5s
          - name: also the other way
            reach: {from: one, to: three}
            expect: {reachable: false}
            within: 5s
          - name: half of it is healed
            do: [{heal: one}]
            reach: {from: c, to: one, port: 80}
          - name: half of it is not
            reach: {from: c, to: two, port: 80}
            expect: {reachable: false}
            within: 5s
          - name: a cut that is made twice is healed at once
            do: [{partition: two}, {partition: two}, {heal: [two, three]}]
            reach: {from: [one, three], to: two, port: 80}
        """);
  }

  @Test
  void a_cut_and_its_end_hold_for_hosts_that_are_off_meanwhile() {
    passes(
        """
        name: it-hosts-off
        hosts: {one: {}, two: {}}
        assertions:
          - name: healed while the other was off
            do: [{partition: one}, {stop-host: two}, {heal: one}, {start-host: two}]
            reach: {from: two, to: one}
          - name: cut while the other was off
            do: [{stop-host: two}, {partition: one}, {start-host: two}]
            reach: {from: two, to: one}
            expect: {reachable: false}
            within: 2s
        """);
  }

  @Test
  void the_engine_is_seen_from_a_host_at_its_own_address() {
    passes(
        """
        name: it-hosts-engine
        hosts: {one: {}}
        containers:
          here: {image: busybox, command: httpd -f -p 80 -h /etc, ports: ["80"]}
        assertions:
          - name: the engine
            reach: {from: one, to: engine, port: "${here.ports.80}"}
        """);
  }

  @Test
  void of_two_with_one_address_the_one_on_the_same_host_must_be_up() {
    ScenarioResult result =
        run(
            """
            name: it-hosts-twins
            hosts: {one: {}, two: {}}
            containers:
              far: {image: busybox, host: one, command: httpd -f -p 80 -h /etc}
              near: {image: busybox, host: two, command: sleep infinity}
            assertions:
              - name: that far listens proves nothing
                reach: {from: two, to: "${far.ip}", port: 80}
                expect: {reachable: false}
                within: 0s
            """);
    String why = result.assertions().get(0).problem().orElseThrow().what();
    assertTrue(why.contains("nothing listens on near:80"), why);
  }

  @Test
  void an_address_or_the_hosts_own_network_is_never_taken_for_that_of_another_host() {
    ScenarioResult result =
        run(
            """
            name: it-hosts-mine
            requires: {grants: [host-network]}
            hosts: {one: {}, two: {}}
            networks: {near: {host: one, ipam: {config: [{subnet: 10.99.77.0/24}]}}}
            containers:
              a: {image: busybox, host: one, command: httpd -f -p 81 -h /etc, networks: [near]}
              b: {image: busybox, host: two, command: sleep infinity}
              c: {image: busybox, host: one, command: httpd -f -p 82 -h /etc, network_mode: host}
            assertions:
              - name: an address that is another's there proves nothing
                reach: {from: two, to: "${a.ip}", port: 81}
                expect: {reachable: false}
                within: 0s
              - name: on the host's network it is reached at that host
                reach: {from: b, to: c, port: 82}
              - name: and nobody is at its own host's port
                reach: {from: b, to: two, port: 82}
                expect: {reachable: false}
                within: 0s
            """);
    assertEquals(
        List.of(Status.ERROR, Status.PASSED, Status.ERROR),
        LabRun.statuses(result),
        () -> result.assertions().toString());
    String why = result.assertions().get(0).problem().orElseThrow().what();
    assertTrue(why.contains("are on different hosts and share no network"), why);
  }

  @Test
  void they_stand_are_found_again_and_go() throws Exception {
    Path file = folder.resolve("lab.yaml");
    Files.writeString(file, TWO.replace("it-hosts", "it-hosts-up"));
    Program program = Program.in(folder);
    Program.Ended up = program.run("up", file.toString());
    assertEquals(0, up.status(), up.out());
    Program.Ended check = program.run("check", file.toString());
    assertEquals(0, check.status(), check.out());
    Program.Ended down = program.run("down", file.toString());
    assertEquals(0, down.status(), down.out());
    assertTrue(down.out().contains("2 hosts"), down.out());
    assertEquals("", program.standing("it-hosts-up"));
  }

  @Test
  void an_image_that_is_built_is_handed_over() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM busybox\nRUN echo built >/mark\n");
    lab =
        LabRun.of(
            engine,
            folder,
            """
                name: it-hosts-build
                hosts: {one: {}}
                containers: {web: {build: ., host: one, command: sleep infinity}}
                assertions:
                  - {name: it is there, file: {container: web, path: /mark}, expect: {content: built}}
                """);
    ScenarioResult result = lab.run();
    assertEquals(Outcome.PASSED, result.outcome(), result.toString());
  }
}
