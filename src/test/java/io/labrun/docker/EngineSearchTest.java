package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.NoEngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an engine is looked for; nothing is connected to. */
class EngineSearchTest {
  @TempDir Path home;

  private Surroundings around(Map<String, String> environment) {
    return new Surroundings(environment, home, Path.of("/var/run/docker.sock"), false);
  }

  private EngineSearch search(Map<String, String> environment) {
    return EngineSearch.in(around(environment), Optional.empty(), new Json());
  }

  private EngineAddress found(Map<String, String> environment) {
    List<EngineAddress> candidates = search(environment).candidates();
    assertEquals(1, candidates.size(), candidates::toString);
    return candidates.get(0);
  }

  private String refused(Map<String, String> environment) {
    return assertThrows(NoEngineException.class, () -> search(environment)).getMessage();
  }

  private void context(String name, String host, String more) throws IOException {
    new CliFolder(home).context(name, host, more);
  }

  private void config(String json) throws IOException {
    new CliFolder(home).config(json);
  }

  private Path pems(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("ca.pem", "cert.pem", "key.pem")) {
      Files.writeString(folder.resolve(name), "");
    }
    return folder;
  }

  @Test
  void withNothingSetTheUsualSocketsAreTried() {
    EngineSearch search = search(Map.of("XDG_RUNTIME_DIR", "/run/user/7"));
    assertEquals(List.of("DOCKER_HOST (not set)"), search.noted());
    assertEquals(
        List.of(
            "context \"default\" unix:///var/run/docker.sock",
            "rootless unix:///run/user/7/docker.sock",
            "Docker Desktop unix://" + home + "/.docker/run/docker.sock",
            "Docker Desktop unix://" + home + "/.docker/desktop/docker.sock",
            "Podman unix:///run/user/7/podman/podman.sock",
            "Podman unix:///var/run/podman/podman.sock"),
        search.candidates().stream().map(a -> a.from() + " " + a.uri()).toList());
  }

  @Test
  void withoutARuntimeFolderTheUsersNumberTells() throws IOException {
    String uid = Files.getAttribute(home, "unix:uid").toString();
    assertEquals(
        "/run/user/" + uid + "/docker.sock",
        search(Map.of()).candidates().get(1).socket().toString());
  }

  @Test
  void theOptionWinsOverEverything() throws IOException {
    config("{\"currentContext\":\"gone\"}");
    Map<String, String> environment =
        Map.of("DOCKER_HOST", "tcp://1.2.3.4", "DOCKER_CONTEXT", "gone");
    EngineSearch search =
        EngineSearch.in(around(environment), Optional.of("unix:///a/b.sock"), new Json());
    assertEquals("unix:///a/b.sock", search.candidates().get(0).uri().toString());
    assertEquals("--host", search.candidates().get(0).from());
  }

  @Test
  void anExplicitHostDoesNotTakeTheContextsCertificates() throws IOException {
    context("far", "tcp://far.example:2376", "");
    pems(new CliFolder(home).tls("far"));
    config("{\"currentContext\":\"far\"}");
    assertTrue(found(Map.of()).tls().isPresent());
    assertTrue(found(Map.of("DOCKER_HOST", "tcp://near.example:2375")).tls().isEmpty());
  }

  @Test
  void hostsWithoutAPortOrScheme() {
    assertEquals("tcp://h:2375", found(Map.of("DOCKER_HOST", "tcp://h")).uri().toString());
    assertEquals("tcp://h:1", found(Map.of("DOCKER_HOST", "h:1")).uri().toString());
    assertEquals("tcp://h:80", found(Map.of("DOCKER_HOST", "http://h:80")).uri().toString());
    assertEquals("unix:///x", found(Map.of("DOCKER_HOST", "/x")).uri().toString());
    EngineAddress https = found(Map.of("DOCKER_HOST", "https://h"));
    assertEquals("tcp://h:2376", https.uri().toString());
    assertEquals(new EngineAddress.Tls(Optional.empty(), true), https.tls().orElseThrow());
  }

  @Test
  void tlsAsTheEnvironmentAsks() {
    EngineAddress address =
        found(
            Map.of("DOCKER_HOST", "tcp://h", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/pem"));
    assertEquals("tcp://h:2376", address.uri().toString());
    assertEquals(new EngineAddress.Tls(Optional.of(Path.of("/pem")), true), address.tls().get());
    assertEquals(
        new EngineAddress.Tls(Optional.of(home.resolve(".docker")), false),
        found(Map.of("DOCKER_HOST", "tcp://h", "DOCKER_TLS", "1")).tls().get());
    assertTrue(found(Map.of("DOCKER_HOST", "tcp://h", "DOCKER_TLS_VERIFY", "")).tls().isEmpty());
  }

  @Test
  void tlsWithoutFilesIsNoPlainConnection() throws IOException {
    Path folder = pems(home.resolve("pem"));
    Files.delete(folder.resolve("ca.pem"));
    Files.delete(folder.resolve("key.pem"));
    EngineAddress address =
        found(
            Map.of(
                "DOCKER_HOST",
                "tcp://127.0.0.1:1",
                "DOCKER_TLS_VERIFY",
                "1",
                "DOCKER_CERT_PATH",
                folder.toString()));
    assertEquals(
        "DOCKER_HOST asks for TLS, and ca.pem, key.pem are missing in "
            + folder
            + "; set DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem",
        assertThrows(
                NoEngineException.class, () -> Wire.open(address, Optional.empty(), new Json()))
            .getMessage());
  }

  @Test
  void contexts() throws IOException {
    context("far", "tcp://far.example:2376", ",\"SkipTLSVerify\":true");
    context("near", "unix:///near.sock", "");
    Path pem = pems(new CliFolder(home).tls("far"));
    EngineAddress far = found(Map.of("DOCKER_CONTEXT", "far"));
    assertEquals("tcp://far.example:2376", far.uri().toString());
    assertEquals("context \"far\"", far.from());
    assertEquals(new EngineAddress.Tls(Optional.of(pem), false), far.tls().orElseThrow());
    config("{\"currentContext\":\"near\"}");
    assertEquals("unix:///near.sock", found(Map.of()).uri().toString());
    assertEquals(
        "/var/run/docker.sock",
        search(Map.of("DOCKER_CONTEXT", "default")).candidates().get(0).uri().getPath());
  }

  @Test
  void theConfigurationMayBeElsewhere() throws IOException {
    Path other = Files.createDirectories(home.resolve("other"));
    context("near", "unix:///near.sock", "");
    Files.move(home.resolve(".docker/contexts"), other.resolve("contexts"));
    Files.writeString(other.resolve("config.json"), "{\"currentContext\":\"near\"}");
    assertEquals(
        "unix:///near.sock", found(Map.of("DOCKER_CONFIG", other.toString())).uri().toString());
  }

  @Test
  void aContextThatDoesNotExistIsNotPassedOver() throws IOException {
    assertEquals(
        "there is no docker context \"nope\", which DOCKER_CONTEXT names; there are: default",
        refused(Map.of("DOCKER_CONTEXT", "nope")));
    context("b", "unix:///b.sock", "");
    context("a", "unix:///a.sock", "");
    config("{\"currentContext\":\"nope\"}");
    assertEquals(
        "there is no docker context \"nope\", which config.json names; there are: default, a, b",
        refused(Map.of()));
  }

  @Test
  void whatIsNoAddress() throws IOException {
    assertEquals(
        "DOCKER_HOST is unix://x, which is no address of an engine: write"
            + " unix:///path/to/docker.sock, tcp://host:port or ssh://user@host",
        refused(Map.of("DOCKER_HOST", "unix://x")));
    assertTrue(refused(Map.of("DOCKER_HOST", "gopher://x")).startsWith("DOCKER_HOST is gopher"));
    assertTrue(refused(Map.of("DOCKER_HOST", "tcp://")).startsWith("DOCKER_HOST is tcp://"));
    assertTrue(refused(Map.of("DOCKER_HOST", "tcp://a b")).startsWith("DOCKER_HOST is tcp://a b"));
    context("empty", "", "");
    assertEquals(
        "context \"empty\" names no Docker engine", refused(Map.of("DOCKER_CONTEXT", "empty")));
    config("not json");
    assertEquals(6, search(Map.of()).candidates().size());
  }

  @Test
  void sshIsAnAddress() throws IOException {
    assertEquals(
        "ssh://me@far:22/a.sock",
        found(Map.of("DOCKER_HOST", "ssh://me@far:22/a.sock")).uri().toString());
    context("far", "ssh://my_lab", "");
    assertEquals("ssh://my_lab", found(Map.of("DOCKER_CONTEXT", "far")).uri().toString());
    assertEquals(
        "DOCKER_HOST is ssh://-oProxyCommand=x, which is no address: write ssh://user@host:port",
        refused(Map.of("DOCKER_HOST", "ssh://-oProxyCommand=x")));
    assertTrue(
        refused(Map.of("DOCKER_HOST", "ssh://me:secret@far")).contains("has a password in it"));
  }

  @Test
  void theEnginesOwnSocketIsKnownWhereItIsNamed() {
    DockerConnector connector = new DockerConnector(around(Map.of()));
    assertEquals(List.of(Path.of("/a.sock")), connector.sockets(Optional.of("ssh://far/a.sock")));
    assertEquals(List.of(), connector.sockets(Optional.of("ssh://far")));
    assertEquals(List.of(), connector.sockets(Optional.of("tcp://far")));
    assertEquals(List.of(Path.of("/b.sock")), connector.sockets(Optional.of("unix:///b.sock")));
  }

  @Test
  void namedPipesHaveAWayOut() {
    assertTrue(
        refused(Map.of("DOCKER_HOST", "npipe:////./pipe/docker_engine"))
            .endsWith("run it inside WSL, or let the engine listen on tcp://"));
  }

  @Test
  void saysWhatWasTried() {
    Path nowhere = home.resolve("no.sock");
    Surroundings around =
        new Surroundings(Map.of("XDG_RUNTIME_DIR", "/nonexistent"), home, nowhere, false);
    NoEngineException e =
        assertThrows(
            NoEngineException.class, () -> new DockerConnector(around).connect(Optional.empty()));
    assertEquals("no Docker engine answers", e.getMessage());
    assertEquals(
        List.of(
            "DOCKER_HOST (not set)",
            "context \"default\" → unix://" + nowhere + ": no such file",
            "rootless: no such file",
            "Docker Desktop: no such file",
            "Podman: no such file"),
        e.tried());
    assertFalse(e.isNamed());
    NoEngineException refused =
        assertThrows(
            NoEngineException.class,
            () -> new DockerConnector(around).connect(Optional.of("tcp://127.0.0.1:1")));
    assertEquals(
        List.of("--host → tcp://127.0.0.1:1: connection refused: nothing listens there"),
        refused.tried());
    assertTrue(refused.isNamed());
  }
}
