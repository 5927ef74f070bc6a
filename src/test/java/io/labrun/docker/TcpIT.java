package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.NoEngineException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine over TCP, plain and secured. */
class TcpIT {
  @TempDir Path home;

  private Engine connect(String host, String... environment) {
    Map<String, String> variables = new HashMap<>(Map.of("DOCKER_HOST", host));
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    return new DockerConnector(Surroundings.of(variables, home)).connect(Optional.empty());
  }

  private void worksWithInput(Engine engine) {
    try (Lab lab = new Lab(engine)) {
      String id = lab.sleeper("one");
      ExecRequest request =
          new ExecRequest(
              id,
              List.of("wc", "-c"),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(new byte[100_000]),
              Duration.ofSeconds(20));
      assertEquals("100000\n", engine.exec(request).stdout());
      assertEquals(2, lab.exec(id, "sh", "-c", "exit 2").exitCode().orElseThrow());
      assertTrue(
          lab.engine
              .exec(ExecRequest.of(id, Duration.ofMillis(500), List.of("sleep", "5")))
              .timedOut());
    }
  }

  @Test
  void plain() throws Exception {
    try (TcpFront front = new TcpFront(Optional.empty())) {
      Engine engine = connect(front.host());
      assertEquals(front.host(), engine.facts().address());
      assertEquals("DOCKER_HOST", engine.facts().addressFrom());
      worksWithInput(engine);
    }
  }

  @Test
  void secured() throws Exception {
    Pki pki = new Pki();
    pki.write(home);
    try (TcpFront front = new TcpFront(Optional.of(pki.server()))) {
      worksWithInput(
          connect(front.host(), "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", home.toString()));
    }
  }

  @Test
  void anEngineOfAnotherAuthorityIsNotTrusted() throws Exception {
    new Pki().write(home);
    try (TcpFront front = new TcpFront(Optional.of(new Pki().server()))) {
      NoEngineException e =
          assertThrows(
              NoEngineException.class,
              () ->
                  connect(
                      front.host(), "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", home.toString()));
      assertTrue(e.tried().get(0).contains("the secured connection failed"), e.tried().toString());
    }
  }

  @Test
  void aDeadlineOverTcpLeavesTheEngineUsable() throws Exception {
    try (TcpFront front = new TcpFront(Optional.empty());
        Wire wire =
            Wire.open(
                HostText.read(front.host(), "--host", Optional.empty()),
                Optional.empty(),
                new Json());
        Lab lab = new Lab()) {
      String id = lab.running("stubborn", "{image: 'busybox', command: 'sleep 100'}");
      EngineException e =
          assertThrows(
              EngineException.class,
              () ->
                  wire.command(
                      Duration.ofMillis(300),
                      "waiting",
                      client -> client.stopContainerCmd(id).withTimeout(3).exec()));
      assertEquals(Kind.TIMEOUT, e.kind());
      assertTrue(wire.object("/info").containsKey("NCPU"));
    }
  }
}
