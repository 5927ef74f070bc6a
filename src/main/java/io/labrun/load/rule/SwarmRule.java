package io.labrun.load.rule;

import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.function.Consumer;

/** Workers of a swarm need a manager, and overlay networks and services are placed on one. */
final class SwarmRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    boolean managed =
        draft.scenario().hosts().values().stream().anyMatch(host -> isRole(host, "manager"));
    for (Resource host : draft.scenario().hosts().values()) {
      if (isRole(host, "worker") && !managed) {
        report.accept(
            Diagnostic.at(
                    host.body().spanOfValue("swarm"),
                    "no-manager",
                    "`" + host.key() + "` is a worker of a swarm that has no manager")
                .help("One host must be `swarm: manager`: it begins the swarm."));
      }
    }
    draft.scenario().networks().values().stream()
        .filter(network -> view(network).text("driver").filter("overlay"::equals).isPresent())
        .forEach(network -> managed(draft, network, "overlay network", report));
    draft.scenario().services().values().forEach(s -> managed(draft, s, "service", report));
  }

  private static void managed(
      Draft draft, Resource placed, String kind, Consumer<Diagnostic> report) {
    Resource host = draft.scenario().hosts().get(Hosted.host(placed));
    if (host != null && draft.isWhole(host.body()) && !isRole(host, "manager")) {
      report.accept(
          Diagnostic.at(
                  placed.body().spanOfValue("host"),
                  "no-manager",
                  "the " + kind + " `" + placed.key() + "` is placed on no manager")
              .label("`" + host.key() + "` does not say `swarm: manager`")
              .help("A manager is told of it; the whole swarm has it then."));
    }
  }

  private static boolean isRole(Resource host, String role) {
    return view(host).text("swarm").filter(role::equals).isPresent();
  }

  private static View view(Resource resource) {
    return new View(resource.body(), TextResolver.AS_WRITTEN);
  }
}
