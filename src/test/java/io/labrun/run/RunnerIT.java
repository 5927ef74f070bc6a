package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.plan.StepKind;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.VolumeRequest;
import io.labrun.scenario.spec.VolumeSpec;
import io.labrun.testbed.Takes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Takes(seconds = 70)
class RunnerIT extends OnTheEngine {

  @Test
  void aRunMakesChecksAndRemovesEverything() {
    ScenarioResult result =
        run(
            """
            name: it-whole
            networks: {lab: {}}
            volumes: {data: {}}
            containers:
              web: {image: busybox, command: httpd -f -p 80 -h /etc, networks: [lab], volumes: ["data:/data"]}
              client: {image: busybox, command: sleep infinity, networks: [lab]}
            assertions:
              - name: it answers
                reach: {from: client, to: web, port: 80}
              - name: it is not there
                exec: {container: client, command: "false"}
                within: 0s
            """);
    assertEquals(List.of(Status.PASSED, Status.FAILED), LabRun.statuses(result));
    assertEquals(Outcome.FAILED, result.outcome());
    assertEquals(List.of(), result.leftovers());
    assertEquals(List.of(), lab.standing());
  }

  @Test
  void aMistakeOfItsOwnLeavesNothingStanding() {
    lab =
        LabRun.of(
                engine,
                """
                name: it-mistake
                networks: {lab: {}}
                containers:
                  web: {image: busybox, command: sleep infinity, networks: [lab]}
                assertions:
                  - {name: it runs, state: {container: web}, expect: {status: running}}
                """)
            .on(RunnerIT::stumble);
    assertThrows(IllegalStateException.class, lab::run);
    assertEquals(List.of(), lab.standing());
  }

  private static void stumble(RunEvent event) {
    if (event instanceof RunEvent.AssertionStarted) {
      throw new IllegalStateException("a mistake");
    }
  }

  @Test
  void environmentWithoutAValueComesFromOutside() {
    passes(
        """
        name: it-environment
        containers:
          web: {image: busybox, command: sleep infinity, environment: [LABRUN_IT, OWN=1]}
        assertions:
          - name: both are there
            exec: {container: web, shell: "echo $LABRUN_IT $OWN"}
            expect: {stdout: from outside 1}
        """);
  }

  @Test
  void whatCannotBeSetUpIsSaidWithItsPlaceAndTheRestIsRemoved() {
    ScenarioResult result =
        run(
            """
            name: it-no-image
            networks: {lab: {}}
            containers:
              web: {image: "nothing-like-this:0", pull_policy: never, networks: [lab]}
            assertions:
              - {name: it runs, state: {container: web}, expect: {status: running}}
            """);
    assertEquals(Outcome.ERROR, result.outcome());
    assertEquals(List.of(Status.SKIPPED), LabRun.statuses(result));
    Problem problem = result.problem().orElseThrow();
    assertTrue(problem.what().contains("nothing-like-this:0"), problem.what());
    assertEquals("it.yaml:4:16", problem.span().orElseThrow().place());
  }

  @Test
  void aContainerThatDoesNotBecomeHealthyIsAnErrorWithWhatItsCheckPrinted() {
    ScenarioResult result =
        run(
            """
            name: it-unhealthy
            containers:
              web:
                image: busybox
                command: sleep infinity
                healthcheck: {test: "echo no database; exit 1", interval: 200ms, retries: 1}
            assertions:
              - {name: it runs, state: {container: web}, expect: {status: running}}
            """);
    assertEquals(Outcome.ERROR, result.outcome());
    Problem problem = result.problem().orElseThrow();
    assertEquals("`web` is unhealthy", problem.what());
    assertEquals(
        List.of(
            "its health check `echo no database; exit 1` failed with exit code 1:", "no database"),
        problem.details());
  }

  @Test
  void aHealthCheckIsWaitedFor() {
    passes(
        """
        name: it-healthy
        containers:
          web:
            image: busybox
            command: sh -c "sleep 1; touch /ready; sleep infinity"
            healthcheck: {test: "test -e /ready", interval: 200ms, retries: 20}
          client:
            image: busybox
            command: sh -c "test -n $$PEER && sleep infinity"
            environment: {PEER: "${web.hostname}"}
            depends_on: {web: {condition: service_healthy}}
        assertions:
          - name: it is healthy when the first claim is looked at
            state: {container: web}
            expect: {health: healthy}
            within: 0s
        """);
  }

  @Test
  void whoEndsBeforeItIsHealthyIsShownWithItsLastWords() {
    ScenarioResult result =
        run(
            """
            name: it-ended
            containers:
              web:
                image: busybox
                command: sh -c "echo no configuration; exit 3"
                healthcheck: {test: "true", interval: 10s}
            assertions:
              - {name: it runs, state: {container: web}, expect: {status: running}}
            """);
    Problem problem = result.problem().orElseThrow();
    assertEquals("`web` ended before it was healthy", problem.what());
    assertEquals(List.of("no configuration"), problem.details());
  }

  @Test
  void whoWaitsForTheSuccessOfAnotherWaitsForItsEnd() {
    passes(
        """
        name: it-completed
        volumes: {data: {}}
        containers:
          job: {image: busybox, command: sh -c "sleep 1; echo done > /data/job", volumes: ["data:/data"]}
          web:
            image: busybox
            command: sh -c "cat /data/job && sleep infinity"
            volumes: ["data:/data"]
            depends_on: {job: {condition: service_completed_successfully}}
        assertions:
          - name: the job was done when web started
            state: {container: web}
            expect: {status: running}
            hold: 500ms
        """);
  }

  @Test
  void tryingStopsWhenTheContainerHasEnded() {
    ScenarioResult result =
        run(
            """
            name: it-hopeless
            containers:
              web: {image: busybox, command: sh -c "echo out of memory; exit 7"}
            assertions:
              - name: it pauses
                state: {container: web}
                expect: {status: paused}
                within: 1h
            """);
    assertEquals(List.of(Status.FAILED), LabRun.statuses(result));
    Problem why = result.assertions().get(0).problem().orElseThrow();
    assertEquals("`web` has ended with exit code 7", why.what());
    assertEquals(List.of("out of memory"), why.details());
  }

  @Test
  void whatNeedsAFailureIsBlockedAndNothingIsTriedAfterAStop() {
    ScenarioResult result =
        run(
            """
            name: it-needs
            containers: {web: {image: busybox, command: sleep infinity}}
            defaults: {within: 0s}
            assertions:
              - {name: first, exec: {container: web, command: "false"}}
              - {name: second, needs: [first], exec: {container: web, command: "true"}}
              - {name: third, exec: {container: web, command: "false"}, level: warning}
              - {name: fourth, exec: {container: web, command: "false"}, stop: true}
              - {name: fifth, exec: {container: web, command: "true"}}
            """);
    assertEquals(
        List.of(Status.FAILED, Status.BLOCKED, Status.FAILED, Status.FAILED, Status.SKIPPED),
        LabRun.statuses(result));
    assertTrue(result.assertions().get(2).isWarning());
  }

  @Test
  void capturedValuesAreThereForLaterSteps() {
    passes(
        """
        name: it-capture
        containers: {web: {image: busybox, command: sleep infinity}}
        assertions:
          - name: a word
            exec: {container: web, command: echo needle}
            capture: {word: stdout}
          - name: the same word
            exec: {container: web, command: "echo a ${word} in the hay"}
            expect: {stdout: "a needle in the hay"}
          - name: an item of a list
            dns: {from: web, name: localhost}
            capture: {first: addresses.0}
          - name: the same item
            exec: {container: web, command: "echo ${first}"}
            expect: {stdout: 127.0.0.1}
        """);
  }

  @Test
  void aCommandThatPreparesSomethingMayTakeLongerThanATryUnlessTheAssertionSays() {
    ScenarioResult result =
        run(
            """
            name: it-exec-time
            containers: {web: {image: busybox, command: sleep infinity}}
            assertions:
              - name: longer than a try
                do: [{exec: {container: web, command: sleep 5.5}}]
                exec: {container: web, command: "true"}
              - name: longer than the assertion says
                do: [{exec: {container: web, command: sleep 2}}]
                exec: {container: web, command: "true"}
                timeout: 300ms
            """);
    assertEquals(List.of(Status.PASSED, Status.ERROR), LabRun.statuses(result), result.toString());
    assertEquals(
        "the command in `web` had not ended after 300 ms and runs on",
        result.assertions().get(1).problem().orElseThrow().what());
  }

  @Test
  void twoRunsOfOneScenarioStandSideBySide() {
    String yaml =
        """
        name: it-twice
        networks: {lab: {}}
        containers: {web: {image: busybox, command: sleep infinity, networks: [lab]}}
        assertions:
          - {name: it runs, state: {container: web}, expect: {status: running}}
        """;
    LabRun other = LabRun.of(engine, yaml);
    lab = LabRun.of(engine, yaml);
    try {
      assertEquals(Outcome.PASSED, other.up().outcome());
      assertEquals(Outcome.PASSED, lab.run().outcome());
      assertEquals(2, other.standing().size(), "the other run is not touched");
    } finally {
      other.remove();
    }
  }

  @Test
  void whatStandsIsCheckedAndStaysWithoutOurTools() {
    lab =
        LabRun.of(
            engine,
            """
            name: it-up
            networks: {lab: {}}
            containers:
              web: {image: busybox, command: httpd -f -p 80 -h /etc, networks: [lab]}
              client: {image: busybox, command: sleep infinity, networks: [lab]}
            assertions:
              - {name: it answers, reach: {from: client, to: web, port: 80}}
            """);
    assertTrue(lab.up().kept());
    assertEquals(3, lab.standing().size());
    assertEquals(Outcome.PASSED, lab.check().outcome());
    assertEquals(3, lab.standing().size(), "no tool container stays");
  }

  @Test
  void aFailedRunIsKeptWhenAskedTo() {
    String yaml =
        """
        name: it-keep
        containers: {web: {image: busybox, command: sleep infinity}}
        assertions:
          - {name: no, exec: {container: web, command: "false"}, within: 0s}
        """;
    lab = LabRun.of(engine, yaml).keep(Keep.FAILED);
    ScenarioResult result = lab.run();
    assertTrue(result.kept());
    assertEquals(1, lab.standing().size());
  }

  @Test
  void askingToStopDuringACheckRemovesEverything() {
    interrupted(
        """
        name: it-stop-check
        containers: {web: {image: busybox, command: sleep infinity}}
        assertions:
          - {name: never, exec: {container: web, command: sleep 100}, timeout: 90s}
        """,
        event -> event instanceof RunEvent.AssertionStarted);
  }

  @Test
  void askingToStopDuringTheSetUpRemovesEverything() {
    interrupted(
        """
        name: it-stop-set-up
        networks: {lab: {}}
        containers:
          a: {image: busybox, command: sleep infinity, networks: [lab]}
          b: {image: busybox, command: sleep infinity, networks: [lab], depends_on: [a]}
          c: {image: busybox, command: sleep infinity, networks: [lab], depends_on: [b]}
        assertions:
          - {name: never, exec: {container: a, command: "true"}}
        """,
        event -> event instanceof RunEvent.StepFinished done && done.step().key().equals("a"));
  }

  @Test
  void askingToStopWhileWaitingForHealthRemovesEverything() {
    interrupted(
        """
        name: it-stop-health
        containers:
          web: {image: busybox, command: sleep infinity, healthcheck: {test: "false", interval: 60s}}
        assertions:
          - {name: never, exec: {container: web, command: "true"}}
        """,
        event ->
            event instanceof RunEvent.StepStarted step && step.step().kind() == StepKind.HEALTHY);
  }

  @Test
  void aNetworkThatSomebodyElseUsesIsNamedAndTheRestIsRemoved() {
    lab =
        LabRun.of(
            engine,
            """
            name: it-left
            networks: {lab: {}, other: {}}
            volumes: {data: {}}
            containers: {web: {image: busybox, command: sleep infinity, networks: [lab, other]}}
            assertions:
              - {name: it runs, state: {container: web}, expect: {status: running}}
            """);
    LabRun stranger =
        LabRun.of(
            engine,
            """
            name: it-stranger
            containers: {guest: {image: busybox, command: sleep infinity}}
            assertions:
              - {name: it runs, state: {container: guest}, expect: {status: running}}
            """);
    stranger.up();
    String guest = stranger.standing().get(0).id();
    try {
      lab.on(event -> connect(event, guest));
      ScenarioResult result = lab.run();
      assertEquals(1, result.leftovers().size(), result.leftovers().toString());
      assertEquals(lab.plan().names().networks().get("lab"), result.leftovers().get(0).name());
      assertEquals(1, lab.standing().size(), "all the rest is removed");
      assertEquals(1, stranger.standing().size(), "the stranger is not touched");
    } finally {
      stranger.remove();
    }
  }

  @Test
  void aFixedNameThatIsTakenIsRefusedAndTheOwnersVolumeStays() {
    String name = "labrun-it-somebodys-volume";
    engine.createVolume(
        new VolumeRequest(
            name,
            Map.of(),
            new VolumeSpec(
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                true)));
    try {
      ScenarioResult result =
          run(
              """
              name: it-taken
              volumes: {data: {name: labrun-it-somebodys-volume}}
              containers: {web: {image: busybox, command: sleep infinity, volumes: ["data:/data"]}}
              assertions:
                - {name: it runs, state: {container: web}, expect: {status: running}}
              """);
      assertEquals(Outcome.ERROR, result.outcome());
      assertTrue(result.problem().orElseThrow().what().contains(name));
      assertEquals(name, engine.inspect(ObjectKind.VOLUME, name).get("Name"));
    } finally {
      engine.removeVolume(name);
    }
  }

  @Test
  void anExternalNetworkThatIsNotThereIsSaid() {
    ScenarioResult result =
        run(
            """
            name: it-external
            requires: {grants: [host-network]}
            networks: {lab: {external: true, name: labrun-it-nowhere}}
            containers: {web: {image: busybox, command: sleep infinity, networks: [lab]}}
            assertions:
              - {name: it runs, state: {container: web}, expect: {status: running}}
            """);
    Problem problem = result.problem().orElseThrow();
    assertEquals("there is no network `labrun-it-nowhere` on this engine", problem.what());
  }

  private void connect(RunEvent event, String guest) {
    if (event instanceof RunEvent.AssertionStarted) {
      String network = lab.plan().names().networks().get("lab");
      engine.connect(guest, Endpoint.on(network, List.of()));
    }
  }

  private void interrupted(String yaml, Predicate<RunEvent> when) {
    lab = LabRun.of(engine, yaml);
    lab.on(
        event -> {
          if (when.test(event)) {
            lab.cancel();
          }
        });
    ScenarioResult result = lab.run();
    assertEquals(Outcome.INTERRUPTED, result.outcome());
    assertEquals(List.of(), result.leftovers());
    assertEquals(List.of(), lab.standing());
    assertFalse(LabRun.statuses(result).contains(Status.PASSED));
  }

  @Test
  @Timeout(60)
  void aWishToStopEndsASleep() {
    lab =
        LabRun.of(
                engine,
                """
                name: it-sleep
                containers: {web: {image: busybox, command: sleep infinity}}
                assertions:
                  - name: after a long wait
                    do: [{sleep: 5m}]
                    exec: {container: web, command: "true"}
                """)
            .on(
                event -> {
                  if (event instanceof RunEvent.AssertionStarted) {
                    new Thread(lab::cancel).start();
                  }
                });
    assertEquals(Outcome.INTERRUPTED, lab.run().outcome());
  }
}
