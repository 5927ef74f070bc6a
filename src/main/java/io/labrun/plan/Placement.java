package io.labrun.plan;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * On which host each thing is placed, by key.
 *
 * @param networks of networks; {@link #MAIN} where none is named
 * @param volumes of volumes
 * @param containers of containers
 * @param services of Swarm services: the host that is told of them
 */
public record Placement(
    Map<String, String> networks,
    Map<String, String> volumes,
    Map<String, String> containers,
    Map<String, String> services) {
  /** Stands for the main engine, which is no host of the scenario. */
  public static final String MAIN = "";

  private static final String HOST = "host";

  /** What a scenario says. */
  public static Placement of(Scenario scenario) {
    return new Placement(
        hosts(scenario.networks()),
        hosts(scenario.volumes()),
        hosts(scenario.containers()),
        hosts(scenario.services()));
  }

  private static Map<String, String> hosts(Map<String, Resource> resources) {
    Map<String, String> out = new LinkedHashMap<>();
    resources.forEach((key, resource) -> out.put(key, hostOf(resource)));
    return out;
  }

  /** On which host one thing is placed; {@link #MAIN} where none is named. */
  public static String hostOf(Resource resource) {
    return resource.body().get(HOST).orElse(null) instanceof Data.Text text
        ? text.template().asWritten()
        : MAIN;
  }
}
