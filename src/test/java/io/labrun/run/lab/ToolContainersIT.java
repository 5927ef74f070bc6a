package io.labrun.run.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.plan.Labels;
import io.labrun.run.RunningLab;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.LabelledObject;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One tool container for each life of a subject, and what happens when it lacks its tools. */
@Takes(seconds = 26)
final class ToolContainersIT {
  private static final List<String> CLAIMS = List.of("tcp", "icmp", "udp", "dns", "http");
  private RunningLab lab;

  @BeforeEach
  void setUp() {
    lab =
        RunningLab.of(
            """
            name: it-tools
            networks: {lab: {}}
            containers:
              web: {image: busybox, command: httpd -f -p 80, networks: [lab]}
              client: {image: busybox, command: sleep 1000, networks: [lab]}
            assertions:
              - {name: tcp, reach: {from: client, to: web, port: 81}, expect: {reachable: false}}
              - {name: icmp, reach: {from: client, to: web}, expect: {reachable: false}}
              - {name: udp, reach: {from: client, to: web, port: 53, protocol: udp}, expect: {reachable: false}}
              - {name: dns, dns: {from: client, name: nobody}, expect: {resolves: false}}
              - {name: http, http: {from: client, url: "http://web:81/"}, expect: {body: {empty: true}}}
            """);
  }

  @AfterEach
  void tearDown() {
    lab.close();
  }

  @Test
  void without_tools_nothing_is_claimed() throws Exception {
    String tool = lab.probes.in("client");
    lab.engine.copyInto(tool, "/", dash());
    run(tool, "cd /bin && rm -f nc ping nslookup && cp dash sh.new && mv sh.new sh");
    for (String name : CLAIMS) {
      String verdict = lab.once(name);
      assertTrue(
          verdict.startsWith(
              "error: the probe beside `client` lacks a tool, so nothing was tried | "),
          name + ": " + verdict);
    }
  }

  @Test
  void without_a_shell_nothing_is_claimed() {
    run(lab.probes.in("client"), "rm -f /bin/sh");
    for (String name : CLAIMS) {
      String verdict = lab.once(name);
      assertTrue(verdict.startsWith("error: the probe beside `client`"), name + ": " + verdict);
    }
  }

  @Test
  void several_that_ask_at_once_get_the_same() throws Exception {
    lab.probes.letGo("web");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<String>> asked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asked.add(threads.submit(() -> lab.probes.in("web")));
    }
    for (Future<String> one : asked) {
      assertEquals(asked.get(0).get(), one.get());
    }
    threads.shutdown();
    assertEquals(1, toolsBeside("web").size());
  }

  @Test
  void a_new_life_gets_a_new_one() {
    String first = lab.probes.in("web");
    assertEquals(first, lab.probes.in("web"));
    lab.engine.restart(lab.lab.containers().get("web"), Optional.of(Duration.ZERO));
    assertNotEquals(first, lab.probes.in("web"));
    assertEquals(1, toolsBeside("web").size());
    lab.probes.letGo("web");
    assertEquals(0, toolsBeside("web").size());
  }

  @Test
  void one_that_was_left_standing_is_replaced() {
    String left = lab.probes.in("web");
    Map<String, String> labels = Map.of(Labels.RUN, lab.lab.plan().run().toString());
    assertNotEquals(left, new ToolContainers(lab.lab, labels).in("web"));
    assertEquals(1, toolsBeside("web").size());
  }

  @Test
  void beside_what_does_not_run_there_is_none() {
    lab.engine.stop(lab.lab.containers().get("web"), Optional.of(Duration.ZERO));
    lab.probes.prepare("web");
    assertEquals(0, toolsBeside("web").size());
  }

  private Set<String> toolsBeside(String key) {
    return lab.standing().stream()
        .filter(object -> "probe".equals(object.labels().get(Labels.ROLE)))
        .filter(object -> key.equals(object.labels().get(Labels.KEY)))
        .map(LabelledObject::id)
        .collect(Collectors.toSet());
  }

  /** This machine's dash with its libraries: the shell of busybox has all the tools in itself. */
  private static byte[] dash() throws IOException {
    String files = "bin/dash $(ldd /bin/dash | grep -o '/[^ ]*' | sed 's|^/||')";
    Process tar = new ProcessBuilder("sh", "-c", "tar -C / -chf - " + files).start();
    return tar.getInputStream().readAllBytes();
  }

  private void run(String tool, String script) {
    lab.engine.exec(ExecRequest.of(tool, Duration.ofSeconds(5), List.of("sh", "-c", script)));
  }
}
