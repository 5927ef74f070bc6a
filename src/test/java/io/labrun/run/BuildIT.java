package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.LayerState;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Takes;
import io.labrun.testbed.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that a scenario has built, on the real engine: what is in them, and that they go. */
@Takes(seconds = 30)
final class BuildIT {
  private final Engine engine = TestEngine.connect();
  @TempDir Path folder;
  private LabRun lab;

  @AfterEach
  void close() {
    if (lab != null) {
      lab.remove();
    }
    engine.close();
  }

  private LabRun lab(String yaml) throws IOException {
    lab = LabRun.of(engine, folder, yaml);
    return lab;
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Images of this run, also those that have no name. */
  private String imagesLeft() throws IOException {
    String all = Docker.cli("images", "-aq", "--no-trunc", "-f", "label=" + Labels.IMAGE);
    List<String> ours = new ArrayList<>();
    for (String id : all.lines().distinct().toList()) {
      String labels =
          Docker.cli("inspect", "-f", "{{index .Config.Labels \"" + Labels.IMAGE + "\"}}", id);
      if (labels.contains(lab.plan().run().toString())) {
        ours.add(id);
      }
    }
    return String.join(" ", ours);
  }

  @Test
  void whatIsBuiltIsRunAndRemoved() throws IOException {
    file(
        "web/Dockerfile",
        "FROM busybox AS base\nARG VERSION\nARG LABRUN_IT\n"
            + "RUN echo $VERSION $LABRUN_IT >/version\nFROM base AS test\nCOPY . /all\nFROM base\n");
    file("web/.dockerignore", "secret\nDockerfile\nsub\n!sub/keep\n");
    file("web/secret", "x");
    file("web/sub/gone", "x");
    file("web/sub/keep", "x".repeat(70_000));
    file("web/" + "long-".repeat(25) + "/name", "x");
    Files.createSymbolicLink(folder.resolve("web/link"), Path.of("sub/keep"));
    ScenarioResult result =
        lab("""
            name: it-build
            x-build: &web
              build:
                context: ./web
                target: test
                args: [VERSION=7, LABRUN_IT]
                labels: {role: server, zeta: last}
              command: sleep infinity
            containers:
              web: *web
              Twin: *web
            assertions:
              - name: it has what the context has
                exec: {container: web, shell: "cat /version; cd /all; find . -type f -o -type l | sort; wc -c <link"}
                expect:
                  stdout: |
                    7 from outside
                    ./.dockerignore
                    ./link
                    ./LONG/name
                    ./sub/keep
                    70000
              - name: both are made from one image
                inspect: {container: [web, Twin]}
                across: {Image: same}
              - name: the author's labels are on it
                inspect: {container: web}
                expect: {Config: {Labels: {role: server, zeta: last}, Image: "${run.name}:web"}}
            """
                .replace("LONG", "long-".repeat(25)))
            .run();
    assertEquals(Outcome.PASSED, result.outcome(), result.toString());
    assertEquals(List.of(), lab.standing());
    assertEquals("", imagesLeft());
    assertTrue(lab.events().stream().anyMatch(BuildIT::isStep), lab.events().toString());
  }

  private static boolean isStep(RunEvent event) {
    return event instanceof RunEvent.StepProgressed progress
        && progress.layer().layer().equals(LayerState.STEP)
        && progress.layer().status().startsWith("COPY . /all");
  }

  @Test
  void aContainerThatIsBuiltMayKnowAnother() throws IOException {
    ScenarioResult result =
        lab("""
            name: it-build-live
            containers:
              other: {image: busybox, command: sleep infinity}
              web:
                build: {dockerfile_inline: "FROM busybox", labels: {of: "${run.id}"}}
                environment: {OTHER: "${other.ip}"}
                command: sleep infinity
            assertions:
              - name: it knows its address
                exec: {container: web, shell: "echo $OTHER"}
                expect: {stdout: "${other.ip}"}
            """)
            .run();
    assertEquals(Outcome.PASSED, result.outcome(), result.toString());
  }

  @Test
  void aLinkThatWasTurnedElsewhereIsNotRead() throws IOException {
    file("web/page", "hello");
    Path secret = Files.writeString(Files.createTempFile("labrun-it", ""), "secret");
    lab =
        lab(
            """
            name: it-build-turned
            containers:
              inline:
                build: {context: web, dockerfile_inline: "FROM busybox\\nCOPY . /all\\n"}
                command: sleep infinity
            assertions:
              - name: it runs
                state: {container: inline}
                expect: {status: running}
            """);
    Files.createSymbolicLink(folder.resolve("web/.dockerignore"), secret);
    ScenarioResult result = lab.run();
    Files.delete(secret);
    assertEquals(Outcome.ERROR, result.outcome(), result.toString());
    String why = result.problem().orElseThrow().what();
    assertTrue(why.contains("out of the scenario's folder"), why);
  }

  @Test
  void aDockerfileMayStandInTheScenarioOrElsewhere() throws IOException {
    file("web/page", "hello");
    file("Dockerfile.other", "FROM busybox\nCOPY . /all\n");
    ScenarioResult result =
        lab("""
            name: it-build-inline
            containers:
              inline:
                build: {context: web, dockerfile_inline: "FROM busybox\\nCOPY . /all\\n"}
                command: sleep infinity
              outside:
                build: {context: web, dockerfile: ../Dockerfile.other}
                command: sleep infinity
            assertions:
              - name: only the context is in it
                exec: {container: [inline, outside], command: ls -A /all}
                expect: {stdout: page}
            """)
            .run();
    assertEquals(Outcome.PASSED, result.outcome(), result.toString());
    assertEquals("", imagesLeft());
  }

  @Test
  void aStepThatFailsIsShownWithWhatItPrinted() throws IOException {
    ScenarioResult result =
        lab("""
            name: it-build-bad
            containers:
              web:
                build:
                  dockerfile_inline: |
                    FROM busybox
                    RUN echo before
                    RUN echo oh no; exit 3
            assertions:
              - {name: it runs, state: {container: web}, expect: {status: running}}
            """)
            .run();
    assertEquals(Outcome.ERROR, result.outcome());
    Problem problem = result.problem().orElseThrow();
    assertTrue(
        problem.what().matches("step 3 of \\d: the command ended with exit code 3"),
        problem.what());
    assertEquals(List.of("RUN echo oh no; exit 3", "oh no"), problem.details());
    assertTrue(problem.span().orElseThrow().place().endsWith(":4:5"));
    assertEquals("", imagesLeft());
  }

  @Test
  void itStaysWithARunThatStandsAndNobodyElsesThingsGoWithIt() throws IOException {
    lab(
        """
        name: it-build-up
        containers:
          web:
            build: {dockerfile_inline: "FROM busybox\\nCMD sleep 1000\\n"}
        """);
    String run = lab.plan().run().toString();
    String mine = run + "-mine";
    assertEquals(Outcome.PASSED, lab.up().outcome());
    assertEquals(
        List.of("CONTAINER", "IMAGE"), lab.standing().stream().map(o -> o.kind().name()).toList());
    try {
      Docker.cli("tag", run + ":web", mine + ":1");
      Docker.cli("create", "--name", mine, mine + ":1");
      lab.remove();
      assertEquals(List.of(), lab.standing());
      assertFalse(Docker.cli("inspect", "-f", "{{.Id}}", mine).contains("Error"));
      assertFalse(Docker.cli("image", "inspect", "-f", "{{.Id}}", mine + ":1").contains("Error"));
    } finally {
      Docker.cli("rm", "-f", mine);
      Docker.cli("rmi", mine + ":1");
    }
    assertEquals("", imagesLeft());
  }

  @Test
  void aBuildThatIsStoppedLeavesNothing() throws IOException {
    lab("""
        name: it-build-stop
        containers:
          web:
            build: {no_cache: true, dockerfile_inline: "FROM busybox\\nRUN sleep 600\\n"}
        assertions:
          - {name: it runs, state: {container: web}, expect: {status: running}}
        """)
        .on(
            event -> {
              if (event instanceof RunEvent.StepProgressed p
                  && p.layer().status().contains("sleep")) {
                lab.cancel();
              }
            });
    assertEquals(Outcome.INTERRUPTED, lab.run().outcome());
    assertEquals(List.of(), lab.standing());
    assertEquals("", imagesLeft());
    assertEquals(
        "", Docker.cli("ps", "-aq", "--filter", "label=" + Labels.RUN + "=" + lab.plan().run()));
  }
}
