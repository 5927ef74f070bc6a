package io.labrun.cli;

import io.labrun.load.danger.Danger;
import io.labrun.run.engine.Engine;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.spec.HostSpec;
import io.labrun.source.DidYouMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The machines that a person names as hosts of scenarios, connected to when first needed. */
final class Machines implements AutoCloseable {
  private final Console console;
  private final Map<String, String> urls;
  private final Map<String, Engine> engines = new LinkedHashMap<>();

  /** The machines of one command. */
  Machines(Invocation invocation, Map<String, String> urls) {
    this.console = invocation.console();
    this.urls = urls;
  }

  /** Where they are. */
  List<String> urls() {
    return List.copyOf(urls.values());
  }

  /**
   * The hosts of a scenario that are machines.
   *
   * @throws UseException if one is named that the scenario has not
   */
  Set<String> of(Scenario scenario) {
    Set<String> hosts = scenario.hosts().keySet();
    for (String host : urls.keySet()) {
      if (!hosts.contains(host)) {
        String question = DidYouMean.question(host, hosts);
        String all = hosts.isEmpty() ? "it has none" : "its hosts: " + String.join(", ", hosts);
        throw new UseException(
            "--host-of names `" + host + "`, which is no host of this scenario",
            question.isEmpty() ? all : question);
      }
    }
    return urls.keySet();
  }

  /** What a person must give for it: a machine keeps what is done to it as a whole. */
  List<Danger> dangers(Scenario scenario) {
    List<Danger> out = new ArrayList<>();
    for (Resource host : scenario.hosts().values()) {
      if (urls.containsKey(host.key()) && HostSpec.read(host).swarm().isPresent()) {
        out.add(
            new Danger(
                Grant.SWARM,
                host.body().spanOfValue("swarm"),
                "the machine that is `" + host.key() + "` becomes a member of a swarm"));
      }
    }
    return out;
  }

  /**
   * Their engines, by host.
   *
   * @throws io.labrun.run.engine.EngineException if one does not answer
   */
  synchronized Map<String, Engine> engines() {
    urls.forEach(
        (host, url) ->
            engines.computeIfAbsent(host, key -> Engines.now(console, Optional.of(url))));
    return Map.copyOf(engines);
  }

  @Override
  public synchronized void close() {
    engines.values().forEach(Engine::close);
  }
}
