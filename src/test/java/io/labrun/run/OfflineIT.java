package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.docker.StubRegistry;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.run.engine.Engine;
import io.labrun.testbed.Takes;
import io.labrun.testbed.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that may not ask a registry, beside one that counts who asks. */
@Takes(seconds = 20)
final class OfflineIT {
  private final Engine engine = TestEngine.connect();
  @TempDir private Path folder;
  private StubRegistry registry;

  @BeforeEach
  void open() throws IOException {
    registry = new StubRegistry(1);
  }

  @AfterEach
  void close() throws IOException {
    engine.close();
    registry.close();
  }

  private LabRun lab(String containers) {
    return LabRun.of(engine, folder, "name: it-offline\ncontainers:\n" + containers).offline();
  }

  private void refused(ScenarioResult result, String what, String... details) {
    assertEquals(Outcome.ERROR, result.outcome(), result.toString());
    Problem why = result.problem().orElseThrow();
    assertEquals(what, why.what());
    assertEquals(List.of(details), why.details());
    assertTrue(why.help().get(0).startsWith("labrun images load FILE.tar "), why.toString());
    assertTrue(why.help().get(1).startsWith("labrun images save FILE.tar "), why.toString());
    assertEquals(0, registry.requests.get(), "a registry was asked");
  }

  @Test
  void aMissingImageIsAnErrorBeforeAnythingIsMade() {
    String image = registry.image("app:1");
    LabRun lab =
        lab("  box: {image: busybox, command: sleep 9}\n  app: {image: '" + image + "'}\n");
    String what = "the image `" + image + "` is not on this engine, and --offline fetches none";
    refused(lab.run(), what);
    assertTrue(lab.events().stream().noneMatch(RunEvent.StepStarted.class::isInstance));
    refused(lab.up(), what);
  }

  @Test
  void allThatAreMissingAreNamedAlsoThoseToBuildOn() throws IOException {
    String image = registry.image("app:1");
    String base = registry.image("base:1");
    Files.writeString(folder.resolve("Dockerfile"), "ARG TAG\nFROM " + base.replace(":1", ":$TAG"));
    LabRun lab =
        lab(
            "  app: {image: '"
                + image
                + "', pull_policy: always}\n  built: {build: {context: ., args: {TAG: 1}}}\n");
    refused(
        lab.run(),
        "2 images are not on this engine, and --offline fetches none",
        image,
        base + " (to build on)");
  }

  @Test
  void aBuildWhoseBaseIsMissingIsRefusedBeforeItBegins() {
    String base = registry.image("base:1");
    LabRun lab =
        lab("  built:\n    build: {dockerfile_inline: \"FROM " + base + "\"}\n    command: x\n");
    refused(
        lab.run(),
        "the image `" + base + "` is not on this engine, to build on, and --offline fetches none");
    assertTrue(lab.events().stream().noneMatch(RunEvent.StepStarted.class::isInstance));
  }

  @Test
  void theImageThatRequirementsAreLookedAtWithMustBeThereToo() {
    String image = registry.image("app:1");
    LabRun lab =
        LabRun.of(
                engine,
                folder,
                "name: it-offline\nrequires: {drivers: {network: [macvlan]}}\n"
                    + "defaults: {probe_image: '"
                    + image
                    + "'}\n")
            .offline();
    refused(
        lab.run(), "the image `" + image + "` is not on this engine, and --offline fetches none");
  }

  @Test
  void whatIsThereIsUsedWhereOtherwiseItWouldBeFetchedAnew() {
    LabRun lab =
        lab(
            """
              box: {image: busybox, command: sleep infinity, pull_policy: always}
              built:
                build: {dockerfile_inline: "FROM busybox", pull: true}
                command: sleep infinity
            assertions:
              - name: they run
                exec: {container: [box, built], command: "true"}
            """);
    ScenarioResult result = lab.run();
    assertEquals(Outcome.PASSED, result.outcome(), result.toString());
    assertEquals(
        List.of("`pull_policy: always` of box", "`pull: true` of the build of built"),
        Offline.unheeded(lab.plan()));
  }

  @Test
  void whereNoRegistryAnswersTheWayOutIsSaidAlsoWithoutTheOption() throws IOException {
    String image = registry.image("app:1");
    registry.close();
    List<String> labs =
        List.of(
            "  app: {image: '" + image + "'}\n",
            "  app: {command: x, build: {dockerfile_inline: 'FROM " + image + "'}}\n");
    for (String containers : labs) {
      LabRun lab = LabRun.of(engine, folder, "name: it-online\ncontainers:\n" + containers);
      Problem why = lab.run().problem().orElseThrow();
      assertTrue(why.what().contains("can't be reached: connection refused"), why.toString());
      assertTrue(
          why.help().stream().anyMatch(line -> line.contains("labrun images load FILE.tar")),
          why.toString());
    }
  }
}
