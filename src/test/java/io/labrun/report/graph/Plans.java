package io.labrun.report.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Snapshot;
import io.labrun.event.Status;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.scenario.Assertion;
import io.labrun.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans, and runs of them made by hand. */
final class Plans {
  private Plans() {}

  /** The names of all shipped scenarios. */
  static List<String> shipped() {
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Plan scenario(String name) {
    return plan(new ScenarioLoader().load(Path.of("scenarios", name + ".yaml"), Given.NOTHING));
  }

  static Plan of(String yaml) {
    return plan(new ScenarioLoader().load(new SourceText("lab.yaml", yaml), Given.NOTHING));
  }

  private static Plan plan(LoadResult loaded) {
    assertEquals(List.of(), loaded.diagnostics());
    String name = loaded.scenario().orElseThrow().name().name();
    return Planner.plan(loaded.scenario().get(), new RunName(name, "4f2a"));
  }

  /** A lab with so many containers, of which some are on further networks and mount things. */
  static Plan big(int containers) {
    StringBuilder yaml =
        new StringBuilder("name: big\nnetworks: {front: {}, back: {}, deep: {}}\n");
    yaml.append("volumes: {shared: {}, single: {}}\ncontainers:\n");
    for (int i = 0; i < containers; i++) {
      String networks = List.of("[front]", "[front, back]", "[back]", "[deep, front]").get(i % 4);
      String more = i % 5 == 0 ? ", volumes: ['shared:/data', './some/long/path:/srv/app']" : "";
      String ports = i % 7 == 0 ? ", ports: ['%d:80']".formatted(8000 + i) : "";
      yaml.append(
          "  container-%d: {image: registry.example.com/team/app:1.%d, networks: %s%s%s}\n"
              .formatted(i, i, networks, more, ports));
    }
    yaml.append(
        "assertions:\n  - {name: it runs, state: {container: container-0}, expect: {status: running}}\n");
    for (int i = 0; i < Math.min(20, containers - 1); i++) {
      yaml.append(
          "  - {name: claim %d, reach: {from: container-%d, to: container-%d}}\n"
              .formatted(i, i, (i * 7 + 3) % containers == i ? i + 1 : (i * 7 + 3) % containers));
    }
    return of(yaml.toString());
  }

  /** A run of which each claim came to this. */
  static ScenarioRun run(Plan plan, Optional<Snapshot> snapshot, AssertionResult... results) {
    ScenarioResult result =
        new ScenarioResult(
            plan,
            Outcome.FAILED,
            List.of(results),
            Optional.empty(),
            List.of(),
            false,
            Duration.ofSeconds(1));
    return new ScenarioRun(result, "", Duration.ZERO, List.of(), snapshot);
  }

  /** What came of an assertion that looked at these subjects. */
  static AssertionResult result(Plan plan, int index, Status status, String... subjects) {
    Assertion assertion = plan.scenario().assertions().get(index);
    Mismatch mismatch = new Mismatch(assertion.span(), "reachable", "true", "false");
    List<Observation> seen = new ArrayList<>();
    for (String subject : subjects) {
      List<Mismatch> wrong = status == Status.FAILED ? List.of(mismatch) : List.of();
      seen.add(new Observation(subject, "no answer in 5 s", Optional.empty(), wrong));
    }
    return new AssertionResult(
        assertion, status, Duration.ofSeconds(1), 1, seen, List.of(), Optional.empty());
  }
}
