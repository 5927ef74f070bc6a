package io.labrun.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.labrun.machine.LocalMachine;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.require.ThrowAwayLab;
import io.labrun.testbed.Alone;
import io.labrun.testbed.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The stand-in for the official busybox does what scenarios rely on. */
@ResourceLock(Alone.TRIALS)
final class DebianBusyboxIT {
  private static final String IMAGE = "labrun-test-busybox";

  private static Engine engine;
  private static ThrowAwayLab lab;
  private static String server;
  private static String client;

  @BeforeAll
  static void build() {
    LocalMachine machine = new LocalMachine();
    assumeTrue(machine.isDebian(), "busybox-static is a package of Debian and Ubuntu");
    engine = TestEngine.connect();
    new DebianBusybox(machine, line -> {}).buildOn(engine, IMAGE);
    lab = Trials.lab(engine, IMAGE);
    String network = lab.network("lan", "bridge", Map.of());
    server = lab.container("server", network);
    client = lab.container("client", network);
  }

  @AfterAll
  static void remove() throws Exception {
    if (engine != null) {
      lab.close();
      engine.close();
      new ProcessBuilder("docker", "rmi", IMAGE).start().waitFor();
    }
  }

  private static ExecResult shell(String container, String script) {
    return engine.exec(
        ExecRequest.of(container, Duration.ofSeconds(20), List.of("sh", "-c", script)));
  }

  private static String output(String container, String script) {
    ExecResult result = shell(container, script);
    assertEquals(0, result.exitCode().orElseThrow(), result.stdout() + result.stderr());
    return result.stdout().strip();
  }

  @Test
  void it_is_root_with_a_home_and_everybody_may_write_to_tmp() {
    assertEquals("root /root 1777", output(client, "echo $(id -un) ~ $(stat -c %a /tmp)"));
  }

  @Test
  void names_resolve_and_pages_are_served_and_fetched() {
    output(server, "httpd -p 80 -h /etc");
    String name = output(server, "hostname");
    assertEquals(
        name, output(client, "wget -q -O - http://" + lab.fullName("server") + "/hostname"));
    assertTrue(output(client, "nslookup " + lab.fullName("server")).contains("Address"));
  }

  @Test
  void neighbours_answer_ping_and_tcp() {
    output(client, "ping -c 1 -w 5 " + lab.fullName("server"));
    output(server, "nc -l -p 7000 -e echo hello >/dev/null 2>&1 &");
    String untilItListens = "until nc %s 7000 </dev/null 2>/dev/null; do sleep 0.1; done";
    assertEquals("hello", output(client, untilItListens.formatted(lab.fullName("server"))));
  }

  @Test
  void its_interfaces_can_be_listed() {
    assertTrue(output(client, "ip -o addr show").contains("eth0"));
  }
}
