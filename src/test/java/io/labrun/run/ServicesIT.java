package io.labrun.run;

import static io.labrun.run.LabRun.passed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.Swarm;
import io.labrun.run.engine.SwarmNode;
import io.labrun.testbed.InnerEngine;
import io.labrun.testbed.Takes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Swarm services of a scenario, on an engine of the test's own that manages a swarm. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Takes(seconds = 98)
final class ServicesIT {
  private static final String HEAD =
      """
      name: it-services
      requires: {grants: [swarm]}
      networks: {lab: {driver: overlay, attachable: true}}
      containers:
        client: {image: busybox, init: true, command: sleep infinity, networks: [lab]}
        stranger: {image: busybox, init: true, command: sleep infinity, network_mode: none}
      services:
        web:
          image: busybox
          init: true
          command: httpd -f -p 80 -h /etc
          networks: {lab: {aliases: [www]}}
          environment: {VERSION: "1"}
          deploy:
            replicas: 2
            endpoint_mode: dnsrr
            restart_policy: {delay: 100ms}
            update_config: {parallelism: 0, monitor: 500ms}
        later: {image: busybox, command: sleep infinity, networks: [lab], start: false}
      """;

  private static InnerEngine inner;
  private static Engine engine;
  private LabRun lab;

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void start() {
    inner = InnerEngine.start();
    engine = inner.connect();
    engine.swarm().init(inner.address(), Map.of());
  }

  @AfterAll
  static void stop() {
    engine.close();
    inner.close();
  }

  @AfterEach
  void nothingIsLeft() {
    if (lab != null) {
      lab.remove();
      assertEquals(List.of(), lab.standing());
    }
  }

  private ScenarioResult run(String yaml) {
    lab = LabRun.of(engine, yaml);
    return lab.run();
  }

  private static String assertions(String... lines) {
    return HEAD + "assertions:\n" + String.join("\n", lines) + "\n";
  }

  private static List<String> subjects(ScenarioResult result, int assertion) {
    return result.assertions().get(assertion).observations().stream()
        .map(Observation::subject)
        .toList();
  }

  private static String spoken(Problem problem) {
    return problem.what() + "\n" + String.join("\n", problem.details());
  }

  @Test
  void checks_over_a_service_look_at_each_of_its_tasks() {
    ScenarioResult result =
        run(
            assertions(
                "  - {name: exec, exec: {container: web, command: hostname}, across: {stdout: distinct}}",
                "  - {name: to, reach: {from: client, to: web, port: 80}}",
                "  - {name: from, reach: {from: web, to: client}}",
                "  - {name: apart, reach: {from: stranger, to: web, port: 80}, expect: {reachable: false}}",
                "  - {name: alias, dns: {from: client, name: www}, expect: {addresses: {length: 2}}}",
                "  - {name: key, dns: {from: web, name: web}, expect: {addresses: {length: 2}}}",
                "  - {name: page, http: {from: web, url: \"http://www/hostname\"}}",
                "  - {name: file, file: {container: web, path: /etc/hostname}}",
                "  - {name: logs, logs: {container: web}, expect: {stdout: \"\"}}",
                "  - {name: state, state: {container: [web, client]}, expect: {status: running}}",
                "  - {name: programs, processes: {container: web}, expect: {any: {command: {contains: httpd}}}}",
                "  - {name: layer, changes: {container: web}, expect: {deleted: []}}",
                "  - {name: whole, inspect: {service: web}, expect: {Spec: {Name: \"${web.name}\"}}}",
                "  - {name: tasks, tasks: {service: web}, expect: {length: 2, all: {state: running, image: busybox}}}"));
    passed(result);
    assertEquals(List.of("web.1", "web.2"), subjects(result, 0));
    assertEquals(List.of("web.1", "web.2", "client"), subjects(result, 9));
  }

  @Test
  void a_task_that_ends_is_replaced_and_looked_at_anew() {
    passed(
        run(
            assertions(
                "  - name: marked",
                "    do: [{exec: {container: web, shell: touch /mark}}]",
                "    file: {container: web, path: /mark}",
                "  - name: all are new",
                "    do: [{kill: web}]",
                "    file: {container: web, path: /mark}",
                "    expect: {exists: false}",
                "    hold: 1s",
                "    within: 20s",
                "  - {name: two again, tasks: {service: web}, expect: {length: 2, all: {state: running}}}")));
  }

  @Test
  void a_service_without_a_running_task_proves_nothing() {
    ScenarioResult result =
        run(
            assertions(
                "  - name: nobody there",
                "    do: [{scale: {service: web, replicas: 0}}]",
                "    reach: {from: client, to: web, port: 80}",
                "    expect: {reachable: false}",
                "    within: 1s",
                "  - {name: none, tasks: {service: web}, expect: {length: 0}}"));
    assertEquals(List.of(Status.ERROR, Status.PASSED), LabRun.statuses(result));
    assertEquals(
        "no task of the service `web` runs",
        result.assertions().get(0).problem().orElseThrow().what());
  }

  @Test
  void a_service_is_scaled_updated_deleted_and_created() {
    ScenarioResult result =
        run(
            assertions(
                "  - name: three",
                "    do: [{scale: {service: web, replicas: 3}}]",
                "    exec: {container: web, command: hostname}",
                "    within: 0s",
                "  - name: updated, and still three",
                "    do: [{update: {service: web, environment: {VERSION: \"2\"}}}]",
                "    exec: {container: web, shell: \"echo $VERSION\"}",
                "    expect: {stdout: \"2\"}",
                "    within: 0s",
                "  - name: paused",
                "    attempt: {update: {service: web, command: nothing}}",
                "    expect: {succeeded: false, error: {contains: [paused, nothing]}}",
                "    timeout: 60s",
                "  - name: forced with what it had before",
                "    do: [{update: {service: web, force: true}}]",
                "    exec: {container: web, shell: \"echo $VERSION\"}",
                "    expect: {stdout: \"2\"}",
                "  - name: created",
                "    do: [{create: {service: later}}]",
                "    dns: {from: later, name: later}",
                "  - name: deleted",
                "    do: [{delete: {service: later}}]",
                "    dns: {from: client, name: later}",
                "    expect: {resolves: false}"));
    passed(result);
    String refused = result.assertions().get(2).observations().get(0).summary();
    assertTrue(refused.matches("refused: the update of the service `web` was paused; .+"), refused);
    assertEquals(List.of("web.1", "web.2", "web.3"), subjects(result, 0));
    assertEquals(List.of("web.1", "web.2", "web.3"), subjects(result, 1));
  }

  @Test
  void a_global_services_task_is_called_by_its_node() {
    ScenarioResult result =
        run(
            """
            name: it-services
            requires: {grants: [swarm]}
            services:
              all: {image: busybox, command: sleep infinity, deploy: {mode: global}}
            assertions:
              - {name: one a node, exec: {container: all, command: hostname}}
            """);
    passed(result);
    String node =
        engine.swarm().nodes().stream()
            .filter(SwarmNode::leader)
            .map(SwarmNode::hostname)
            .findFirst()
            .orElseThrow();
    assertEquals(List.of("all." + node), subjects(result, 0));
  }

  @Test
  void what_stands_is_checked_by_another_run_of_the_program() {
    lab =
        LabRun.of(engine, assertions("  - {name: two, exec: {container: web, command: hostname}}"));
    assertEquals(Outcome.PASSED, lab.up().outcome());
    ScenarioResult result = lab.check();
    passed(result);
    assertEquals(List.of("web.1", "web.2"), subjects(result, 0));
  }

  private String notMade(String service) {
    ScenarioResult result =
        run(
            "name: it-services\nrequires: {grants: [swarm]}\nservices:\n  bad: {image: busybox, %s}\n"
                    .formatted(service)
                + "assertions: [{name: none, tasks: {service: bad}, expect: {length: 1}}]\n");
    assertEquals(Outcome.ERROR, result.outcome());
    assertEquals(List.of(), result.leftovers());
    return spoken(result.problem().orElseThrow());
  }

  @Test
  void a_task_that_cannot_start_ends_the_waiting_with_its_error() {
    String why = notMade("command: nothing");
    assertTrue(why.startsWith("a task of the service `bad` does not run: bad.1 on "), why);
    assertTrue(why.contains("\"nothing\": executable file not found"), why);
  }

  @Test
  void a_task_that_fails_ends_the_waiting_with_its_last_words() {
    String why = notMade("command: sh -c \"echo so long; exit 3\"");
    assertTrue(why.contains("non-zero exit (3)"), why);
    assertTrue(why.endsWith("\nso long"), why);
  }

  @Test
  void a_task_that_is_not_healthy_ends_the_waiting() {
    String why =
        notMade(
            "command: sleep infinity, healthcheck: {test: echo no page; exit 7, interval: 200ms, retries: 1}");
    assertTrue(why.contains("unhealthy container"), why);
    assertTrue(
        why.endsWith("its health check `echo no page; exit 7` failed with exit code 7:\nno page"),
        why);
  }

  @Test
  void a_task_that_no_node_may_have_ends_the_waiting() {
    String why = notMade("deploy: {placement: {constraints: [node.role == worker]}}");
    assertTrue(why.startsWith("of the service `bad` only 0 of 1 tasks run"), why);
    assertTrue(why.contains("bad.1: pending, no suitable node"), why);
    assertTrue(why.contains("\nits tasks may run only where node.role == worker\nthe node "), why);
    // Whatever a worker of another test has left of itself comes after it.
    assertTrue((why + "\n").contains(": node.role manager, no labels\n"), why);
  }

  @Test
  void a_global_service_that_no_node_may_have_names_its_constraints() {
    String why =
        notMade("deploy: {mode: global, placement: {constraints: [node.labels.zone == a]}}");
    assertTrue(why.contains("the swarm has planned no task of it"), why);
    assertTrue(why.contains("\nits tasks may run only where node.labels.zone == a\n"), why);
  }

  @Test
  void a_task_or_all_tasks_of_a_service_are_killed_and_replaced() {
    ScenarioResult result =
        run(
            assertions(
                "  - name: marked",
                "    do: [{exec: {container: web, shell: touch /mark}}]",
                "    file: {container: web, path: /mark}",
                "  - name: the second only",
                "    do: [{kill: web.2}]",
                "    tasks: {service: web}",
                "    expect: {length: 2, all: {state: running}}",
                "    hold: 3s",
                "    within: 20s",
                "  - name: and the first is as it was",
                "    exec: {container: web, shell: test -e /mark && echo old || echo new}",
                "    across: {stdout: distinct}",
                "    within: 20s",
                "  - name: all",
                "    do: [{kill: {container: web, signal: SIGKILL}}]",
                "    file: {container: web, path: /mark}",
                "    expect: {exists: false}",
                "    within: 20s",
                "  - name: one that is not there",
                "    attempt: {kill: web.7}",
                "    expect: {succeeded: false}"));
    assertEquals(
        List.of(Status.PASSED, Status.PASSED, Status.PASSED, Status.PASSED, Status.ERROR),
        LabRun.statuses(result),
        result::toString);
    Problem problem = result.assertions().get(4).problem().orElseThrow();
    assertTrue(
        problem.what().equals("no task `web.7` of the service `web` runs"), problem::toString);
    assertEquals(List.of("there run: web.1, web.2"), problem.details());
  }

  @Test
  void a_worker_is_told_of_no_service() {
    try (InnerEngine second = InnerEngine.start();
        Engine worker = second.connect()) {
      String manager = inner.address() + ":" + Swarm.PORT;
      worker.swarm().join(second.address(), List.of(manager), engine.swarm().tokens().worker());
      LabRun there =
          LabRun.of(
              worker,
              """
              name: it-services
              requires: {grants: [swarm]}
              services: {web: {image: busybox}}
              assertions: [{name: none, tasks: {service: web}, expect: {length: 1}}]
              """);
      ScenarioResult result = there.run();
      assertEquals(
          "the service `web` needs a swarm, and its engine manages none",
          result.problem().orElseThrow().what());
      assertEquals(List.of(), there.standing());
      worker.swarm().leave();
    }
  }
}
