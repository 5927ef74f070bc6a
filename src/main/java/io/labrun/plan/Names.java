package io.labrun.plan;

import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The full names of what is made, by key, in the order of the file.
 *
 * @param networks of networks; of an external one its own name
 * @param volumes of volumes; of an external one its own name
 * @param containers of containers
 */
public record Names(
    Map<String, String> networks, Map<String, String> volumes, Map<String, String> containers) {

  /** The names in one run: {@code RUN-KEY} where the scenario does not fix another. */
  static Names of(Scenario scenario, RunName run) {
    return new Names(
        names(scenario.networks(), "name", run),
        names(scenario.volumes(), "name", run),
        names(scenario.containers(), "container_name", run));
  }

  private static Map<String, String> names(
      Map<String, Resource> resources, String nameKey, RunName run) {
    TextResolver early = new RunResolver(run);
    Map<String, String> names = new LinkedHashMap<>();
    resources.forEach(
        (key, resource) -> {
          View view = new View(resource.body(), early);
          String own = view.flag("external") ? key : run + "-" + key;
          names.put(key, view.text(nameKey).orElse(own));
        });
    return Collections.unmodifiableMap(names);
  }
}
