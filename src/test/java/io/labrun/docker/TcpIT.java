package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.NoEngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
      assertEquals("100000\n", lab.feed(id, new byte[100_000], "wc", "-c").stdout());
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
      Engine engine =
          connect(front.host(), "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", home.toString());
      assertEquals(front.host() + ", TLS", engine.facts().address());
      worksWithInput(engine);
    }
  }

  private Engine connectByContext(String name) {
    Surroundings around = Surroundings.of(Map.of("DOCKER_CONTEXT", name), home);
    return new DockerConnector(around).connect(Optional.empty());
  }

  @Test
  void securedWithTheCertificatesOfAContext() throws Exception {
    Pki pki = new Pki();
    CliFolder cli = new CliFolder(home);
    try (TcpFront front = new TcpFront(Optional.of(pki.server()))) {
      cli.context("lab", front.host(), "");
      pki.write(Files.createDirectories(cli.tls("lab")));
      Engine engine = connectByContext("lab");
      assertEquals("context \"lab\"", engine.facts().addressFrom());
      assertEquals(front.host() + ", TLS", engine.facts().address());
      worksWithInput(engine);
    }
  }

  @Test
  void aContextMayNotCareWhoseCertificateItIs() throws Exception {
    CliFolder cli = new CliFolder(home);
    Pki engines = new Pki();
    try (TcpFront front = new TcpFront(Optional.of(engines.server()))) {
      cli.context("lab", front.host(), "");
      Path pem = Files.createDirectories(cli.tls("lab"));
      engines.write(pem);
      new Pki().write(Files.createDirectories(home.resolve("other")));
      Files.copy(
          home.resolve("other/ca.pem"), pem.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
      NoEngineException e = assertThrows(NoEngineException.class, () -> connectByContext("lab"));
      assertTrue(e.tried().get(1).contains("the secured connection failed"), e.tried().toString());
      cli.context("lab", front.host(), ",\"SkipTLSVerify\":true");
      try (Engine engine = connectByContext("lab")) {
        assertEquals(front.host() + ", TLS without verification", engine.facts().address());
      }
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
