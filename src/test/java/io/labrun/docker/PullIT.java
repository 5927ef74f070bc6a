package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.BuildRequest;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.engine.ObjectKind;
import io.labrun.testbed.Docker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images fetched by the real engine, from a registry on loopback that can be unpleasant. */
class PullIT {
  @TempDir Path configFolder;
  private StubRegistry registry;
  private Engine engine;
  private final List<LayerProgress> news = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() throws IOException {
    registry = new StubRegistry(3);
    engine = engine(Map.of());
  }

  private Engine engine(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("DOCKER_CONFIG", configFolder.toString());
    environment.putAll(more);
    return new DockerConnector(Surroundings.of(environment, configFolder))
        .connect(Optional.empty());
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
    registry.close();
  }

  private void pull(String image) {
    engine.pull(image, Optional.empty(), news::add);
  }

  private void refused(Kind kind, String sentence, String image) {
    EngineException e = assertThrows(EngineException.class, () -> pull(image));
    assertEquals(sentence, e.getMessage());
    assertEquals(kind, e.kind());
  }

  @Test
  void tellsEachLayersProgress() throws IOException {
    String image = registry.image("app:1");
    try {
      pull(image);
      assertEquals(1, ((List<?>) engine.inspect(ObjectKind.IMAGE, image).get("RepoTags")).size());
      Set<String> layers = news.stream().map(LayerProgress::layer).collect(Collectors.toSet());
      assertEquals(3, layers.size(), news::toString);
      assertTrue(news.stream().anyMatch(item -> item.status().equals("Pull complete")));
      assertTrue(news.stream().anyMatch(item -> item.total() > 1_000_000));
    } finally {
      Docker.cli("image", "rm", "-f", image);
    }
  }

  @Test
  void saysThatThereIsNoSuchImage() {
    String image = registry.image("app:nope");
    refused(Kind.NOT_FOUND, where() + " has no image " + image, image);
    String other = registry.image("nothing");
    refused(Kind.NOT_FOUND, where() + " has no image " + other, other);
  }

  private String where() {
    return "the registry " + registry.image("").replace("/", "");
  }

  @Test
  void saysThatTheRegistryRefuses() {
    String image = registry.image("secret:1");
    EngineException e = assertThrows(EngineException.class, () -> pull(image));
    assertEquals(Kind.DENIED, e.kind(), e.getMessage());
    assertTrue(
        e.getMessage()
            .startsWith(
                where() + " refuses " + image + ": it does not exist, or it needs docker login"),
        e.getMessage());
  }

  @Test
  void saysThatTheLimitIsReached() {
    EngineException e = assertThrows(EngineException.class, () -> pull(registry.image("busy:1")));
    assertEquals(Kind.RATE_LIMITED, e.kind(), e.getMessage());
    assertTrue(e.getMessage().contains("docker login raises its limit"), e.getMessage());
  }

  @Test
  void saysThatThePlatformIsMissing() {
    String image = registry.image("foreign:1");
    refused(Kind.UNSUPPORTED, "the image " + image + " does not exist for linux/amd64", image);
  }

  @Test
  void saysThatNoRegistryAnswers() throws IOException {
    String image = registry.image("app:1");
    String where = where();
    registry.close();
    refused(Kind.NO_REGISTRY, where + " can't be reached: connection refused", image);
  }

  @Test
  void keepsAnErrorThatComesAfterTheBeginning() {
    EngineException e = assertThrows(EngineException.class, () -> pull(registry.image("broken:1")));
    assertTrue(e.getMessage().contains("unknown blob"), e.getMessage());
  }

  @Test
  void logsInAsConfigSays() throws IOException {
    String auth = Base64.getEncoder().encodeToString("joe:pa:ss".getBytes(StandardCharsets.UTF_8));
    config("{\"auths\":{\"" + registry.image("") + "\":{\"auth\":\"" + auth + "\"}}}");
    registry.locked = true;
    assertThrows(EngineException.class, () -> pull(registry.image("secret:1")));
    assertEquals(Optional.of("Basic " + auth), registry.authorization);
  }

  private void config(String json) throws IOException {
    Files.writeString(configFolder.resolve("config.json"), json);
  }

  @Test
  void namesAHelperThatIsMissing() throws IOException {
    config("{\"credsStore\":\"no-such-helper\"}");
    EngineException e = assertThrows(EngineException.class, () -> pull(registry.image("secret:1")));
    assertTrue(
        e.getMessage()
            .endsWith(
                "docker-credential-no-such-helper can't be run: get the image with docker pull"
                    + " first"),
        e.getMessage());
  }

  @Test
  void buildsFromATarArchive() throws IOException {
    String tag = "labrun-test-build:1";
    byte[] dockerfile = "FROM busybox\nRUN echo hi > /hi\n".getBytes(StandardCharsets.UTF_8);
    try {
      engine.build(
          BuildRequest.of(tag),
          new ByteArrayInputStream(StubRegistry.tar("Dockerfile", dockerfile)),
          progress -> {});
      engine.inspect(ObjectKind.IMAGE, tag);
    } finally {
      Docker.cli("image", "rm", "-f", tag);
    }
  }

  @Test
  void saysWhyABuildFailed() throws IOException {
    String mark = "labrun-test-" + UUID.randomUUID();
    byte[] dockerfile =
        ("FROM busybox\nRUN exit 7 # " + mark + "\n").getBytes(StandardCharsets.UTF_8);
    EngineException e =
        assertThrows(
            EngineException.class,
            () ->
                engine.build(
                    BuildRequest.of("labrun-test-bad:1"),
                    new ByteArrayInputStream(StubRegistry.tar("Dockerfile", dockerfile)),
                    progress -> {}));
    assertEquals("step 2 of 2: the command ended with exit code 7", e.getMessage());
    String commands = Docker.cli("ps", "-a", "--no-trunc", "--format", "{{.Command}}");
    assertFalse(commands.contains(mark), "the step that failed left its container");
  }
}
