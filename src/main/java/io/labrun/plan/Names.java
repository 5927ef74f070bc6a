package io.labrun.plan;

import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.BuildSpec;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.View;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The full names of what is made, by key, in the order of the file.
 *
 * @param networks of networks; of an external one its own name
 * @param volumes of volumes; of an external one its own name
 * @param containers of containers
 * @param services of Swarm services
 * @param builds of images that are built: for each container with a build the key of the first
 *     container with the very same build, which they share
 */
public record Names(
    Map<String, String> networks,
    Map<String, String> volumes,
    Map<String, String> containers,
    Map<String, String> services,
    Map<String, String> builds) {

  /** The names in one run: {@code RUN-KEY} where the scenario does not fix another. */
  static Names of(Scenario scenario, RunName run) {
    return new Names(
        names(scenario.networks(), "name", run),
        names(scenario.volumes(), "name", run),
        names(scenario.containers(), "container_name", run),
        names(scenario.services(), "there is no such key", run),
        builds(scenario, new RunResolver(run)));
  }

  private static Map<String, String> builds(Scenario scenario, TextResolver early) {
    Map<BuildSpec, String> first = new HashMap<>();
    Map<String, String> out = new LinkedHashMap<>();
    scenario
        .containers()
        .forEach(
            (key, container) ->
                ContainerSpec.read(container, early)
                    .build()
                    .ifPresent(
                        build -> {
                          first.putIfAbsent(build, key);
                          out.put(key, first.get(build));
                        }));
    return Collections.unmodifiableMap(out);
  }

  /**
   * The reference of the image that a container is made from, if it is built: {@code RUN:KEY}, the
   * key in the place of the tag because it alone may have any key's letters there.
   */
  public Optional<String> built(String key, RunName run) {
    return Optional.ofNullable(builds.get(key)).map(first -> run + ":" + first);
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
