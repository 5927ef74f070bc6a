package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import org.junit.jupiter.api.Test;

/** Engines' words of failed pulls that no registry on loopback can bring about. */
class PullReasonTest {

  private static void means(Kind kind, String sentence, String words, String image) {
    EngineException e = PullReason.of(words, image);
    assertEquals(sentence, e.getMessage());
    assertEquals(kind, e.kind());
  }

  @Test
  void noWayToTheRegistry() {
    means(
        Kind.NO_REGISTRY,
        "Docker Hub can't be reached: no such host",
        "Get \"https://registry.example/v2/\": dial tcp: lookup registry.example on 10.0.0.2:53: no"
            + " such host",
        "busybox");
    means(
        Kind.NO_REGISTRY,
        "the registry registry.example can't be reached: i/o timeout",
        "Get \"https://registry.example/v2/\": dial tcp 10.1.1.1:443: i/o timeout",
        "registry.example/team/app:2");
    means(
        Kind.NO_REGISTRY,
        "Docker Hub can't be reached: x509: certificate signed by unknown authority",
        "Get \"https://registry.example/v2/\": x509: certificate signed by unknown authority",
        "busybox");
    means(
        Kind.NO_REGISTRY,
        "Docker Hub can't be reached: deadline exceeded",
        "Get \"https://registry.example/v2/\": context deadline exceeded",
        "busybox");
  }

  @Test
  void dockerHubsRefusals() {
    means(
        Kind.DENIED,
        "Docker Hub refuses nobody/nothing: it does not exist, or it needs docker login (pull access"
            + " denied for nobody/nothing, repository does not exist or may require 'docker login':"
            + " denied: requested access to the resource is denied)",
        "pull access denied for nobody/nothing, repository does not exist or may require 'docker"
            + " login': denied: requested access to the resource is denied",
        "nobody/nothing");
    means(
        Kind.NOT_FOUND,
        "Docker Hub has no image busybox:nope",
        "manifest for busybox:nope not found: manifest unknown: manifest unknown",
        "busybox:nope");
  }

  @Test
  void theEnginesOwnTrouble() {
    means(
        Kind.NO_SPACE,
        "no space is left on the engine's disk (docker system df says what takes it)",
        "write /var/lib/docker/tmp/x: no space left on device",
        "busybox");
  }
}
