package io.labrun.run.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.docker.StubRegistry;
import io.labrun.event.LayerState;
import io.labrun.event.Problem;
import io.labrun.run.engine.Engine;
import io.labrun.testbed.Alone;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Takes;
import io.labrun.testbed.TestEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Images fetched by the real engine over a bad network: what is tried again, and what is not. */
@ResourceLock(Alone.APP_IMAGE)
@Takes(seconds = 20)
final class ImageFetchIT {
  private static final List<Duration> SHORT =
      List.of(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(30));

  private final Engine engine = TestEngine.connect();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> remove = new ArrayList<>();
  private StubRegistry registry;

  @BeforeEach
  void open() throws IOException {
    registry = new StubRegistry(2);
  }

  @AfterEach
  void close() throws IOException {
    for (String image : remove) {
      Docker.cli("image", "rm", image);
    }
    registry.close();
    engine.close();
  }

  private final class Told implements FetchListener {
    @Override
    public void started(String image) {}

    @Override
    public void progressed(String image, LayerState layer) {}

    @Override
    public void again(String image, String reason, Duration pause, int attempt, int of) {
      told.add("%d of %d after %d ms: %s".formatted(attempt, of, pause.toMillis(), reason));
    }

    @Override
    public void finished(String image) {
      told.add("finished " + image);
    }

    @Override
    public void failed(String image, Problem why) {
      told.add("failed " + image + ": " + why.what());
    }
  }

  private int fetch(Optional<String> mirror, String... images) {
    List<ImageNeed> needs =
        List.of(images).stream()
            .map(image -> new ImageNeed(image, false, Optional.empty()))
            .toList();
    remove.addAll(List.of(images));
    return new ImageFetch(engine, mirror, new Told(), SHORT).fetch(needs);
  }

  private String host() {
    return registry.image("").replace("/", "");
  }

  private boolean isThere(String image) {
    return EngineImage.find(engine, image).isPresent();
  }

  @Test
  void aRegistryThatIsBusyIsAskedAgain() {
    String image = registry.image("app:1");
    registry.refusals.set(4);
    assertEquals(1, fetch(Optional.empty(), image));
    assertEquals(3, told.size(), told.toString());
    assertTrue(told.get(0).startsWith("2 of 4 after 10 ms: the registry gives no more"));
    assertTrue(told.get(1).startsWith("3 of 4 after 20 ms: the registry gives no more"));
    assertEquals("finished " + image, told.get(2));
    assertTrue(isThere(image));
  }

  @Test
  void aLayerThatBreaksOffIsFetchedAgain() throws IOException {
    registry.close();
    registry = new StubRegistry(2, 1_000_000 + (int) (System.nanoTime() % 900_000));
    registry.breaks.set(1);
    String image = registry.image("app:1");
    assertEquals(1, fetch(Optional.empty(), image), told.toString());
    assertEquals(0, registry.breaks.get());
    assertTrue(isThere(image));
  }

  @Test
  void whatIsNotThereOrRefusedIsAskedForOnceAndDoesNotStopTheOthers() {
    String missing = registry.image("app:nope");
    String good = registry.image("app:1");
    assertEquals(1, fetch(Optional.empty(), missing, registry.image("secret:1"), good));
    assertEquals(3, told.size(), told.toString());
    assertTrue(told.contains("finished " + good), told.toString());
    String why = "failed %s: the image `%s` can't be had: the registry %s has no image %s";
    assertTrue(told.contains(why.formatted(missing, missing, host(), missing)), told.toString());
  }

  @Test
  void aRegistryThatIsAwayIsAskedFourTimes() throws IOException {
    String image = registry.image("app:1");
    registry.close();
    assertEquals(0, fetch(Optional.empty(), image));
    assertEquals(4, told.size(), told.toString());
    assertTrue(told.get(2).startsWith("4 of 4 after 30 ms: "), told.toString());
    assertTrue(told.get(3).endsWith("can't be reached: connection refused"), told.toString());
  }

  @Test
  void aMirrorsImageGetsTheNameThatTheScenarioUses() throws IOException {
    assertEquals(1, fetch(Optional.of(host()), "labrun-test/app:1"), told.toString());
    assertTrue(isThere("labrun-test/app:1"));
    assertEquals(
        "[labrun-test/app:1]", Docker.cli("inspect", "-f", "{{.RepoTags}}", "labrun-test/app:1"));
  }

  @Test
  void aNameAtTheMirrorThatWasThereBeforeStays() throws IOException {
    String there = registry.image("labrun-test/app:1");
    remove.add(there);
    Docker.cli("pull", there);
    assertEquals(1, fetch(Optional.of(host()), "labrun-test/app:1"), told.toString());
    assertTrue(isThere("labrun-test/app:1"));
    assertTrue(isThere(there));
  }

  @Test
  void aMirrorHasOnlyWhatDockerHubHas() {
    String elsewhere = registry.image("app:1");
    assertEquals(1, fetch(Optional.of("127.0.0.1:1"), elsewhere), told.toString());
    String digest = "app@sha256:" + "0".repeat(64);
    assertEquals(0, fetch(Optional.of(host()), digest));
    assertTrue(told.get(1).endsWith("a mirror's image can't be given a name that is a digest"));
  }
}
