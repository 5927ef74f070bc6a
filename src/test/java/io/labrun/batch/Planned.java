package io.labrun.batch;

import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.source.SourceText;
import java.util.stream.Collectors;

/** Plans of short scenarios. */
public final class Planned {
  private static final String CLAIM =
      """
      assertions:
        - {name: it runs, state: {container: c}, expect: {status: running}}
      """;

  private Planned() {}

  /** The plan of a scenario of which only the networks and so on are written. */
  public static Plan of(String name, String id, String body) {
    String containers = body.contains("containers:") ? "" : "containers: {c: {image: busybox}}\n";
    String text = "name: " + name + "\n" + body + containers + (hasClaim(body) ? "" : CLAIM);
    LoadResult loaded = load(text);
    String grants =
        loaded.diagnostics().stream()
            .map(mistake -> mistake.label().replaceAll(".*add `([a-z-]+)` to the grants.*", "$1"))
            .distinct()
            .collect(Collectors.joining(", "));
    if (loaded.scenario().isEmpty()) {
      loaded = load(text + "requires: {grants: [" + grants + "]}\n");
    }
    String mistakes = loaded.diagnostics() + "\n" + text;
    return Planner.plan(
        loaded.scenario().orElseThrow(() -> new AssertionError(mistakes)), new RunName(name, id));
  }

  private static LoadResult load(String text) {
    return new ScenarioLoader().load(new SourceText("lab.yaml", text), Given.NOTHING);
  }

  private static boolean hasClaim(String body) {
    return body.contains("assertions:");
  }
}
