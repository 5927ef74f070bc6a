package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Nothing is called `run`, no container, service or host `engine`, no network like one of the
 * engine's own.
 */
final class ReservedNameRule implements Rule {
  private static final Map<String, String> CONTAINERS =
      Map.of(
          Names.RUN,
          "it stands for the run, as in ${run.id}",
          "engine",
          "it stands for the Docker host");
  private static final Map<String, String> VOLUMES = Map.of(Names.RUN, CONTAINERS.get(Names.RUN));
  private static final String OWN = "it is one of the engine's own networks";
  private static final Map<String, String> NETWORKS =
      Map.of(Names.RUN, CONTAINERS.get(Names.RUN), "bridge", OWN, "host", OWN, "none", OWN);

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Scenario scenario = draft.scenario();
    check("host", List.copyOf(scenario.hosts().values()), CONTAINERS, report);
    check("container", List.copyOf(scenario.containers().values()), CONTAINERS, report);
    check("service", List.copyOf(scenario.services().values()), CONTAINERS, report);
    check("network", List.copyOf(scenario.networks().values()), NETWORKS, report);
    check("volume", List.copyOf(scenario.volumes().values()), VOLUMES, report);
  }

  private static void check(
      String kind, List<Resource> all, Map<String, String> reserved, Consumer<Diagnostic> report) {
    for (Resource resource : all) {
      if (reserved.containsKey(resource.key())) {
        report.accept(
            Diagnostic.at(
                    resource.keySpan(),
                    "reserved-name",
                    "a " + kind + " cannot be called `" + resource.key() + "`")
                .label(reserved.get(resource.key())));
      }
    }
  }
}
