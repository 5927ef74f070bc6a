package io.labrun.report.script;

import io.labrun.plan.HostContainer;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.report.ShellQuote;
import java.util.Map;

/**
 * The words with which a script speaks to the engine that a thing is on: {@code docker}, and for a
 * host the docker in its container.
 */
final class Cli {
  private static final String MAIN = "docker ";

  private final Plan plan;
  private final Placement placement;

  Cli(Plan plan) {
    this.plan = plan;
    this.placement = Placement.of(plan.scenario());
  }

  /** For a container; with a blank at the end, as all here. */
  String container(String key) {
    return on(host(placement.containers(), key));
  }

  /** For a container that is given something to read. */
  String reading(String key) {
    String host = host(placement.containers(), key);
    return isMain(host) ? MAIN : "docker exec -i " + name(host) + " " + MAIN;
  }

  /** For a network. */
  String network(String key) {
    return on(host(placement.networks(), key));
  }

  /** For a volume. */
  String volume(String key) {
    return on(host(placement.volumes(), key));
  }

  /** For a service. */
  String service(String key) {
    return on(host(placement.services(), key));
  }

  /** For a host; the main engine by {@link Placement#MAIN}. */
  String on(String host) {
    return isMain(host) ? MAIN : "docker exec " + name(host) + " " + MAIN;
  }

  /** The container that a host is, as a word. */
  String name(String host) {
    return ShellQuote.word(HostContainer.name(plan.run(), host));
  }

  private static String host(Map<String, String> places, String key) {
    return places.getOrDefault(key, Placement.MAIN);
  }

  private static boolean isMain(String host) {
    return host.equals(Placement.MAIN);
  }
}
