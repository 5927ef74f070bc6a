package io.labrun.load.rule;

import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.function.Consumer;

/** Workers of a swarm need a manager, and an overlay network is placed on a manager. */
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
    draft.scenario().networks().values().forEach(network -> overlay(draft, network, report));
  }

  private static void overlay(Draft draft, Resource network, Consumer<Diagnostic> report) {
    View view = view(network);
    boolean overlay = view.text("driver").filter("overlay"::equals).isPresent();
    Resource host = draft.scenario().hosts().get(view.text("host").orElse(""));
    if (overlay && host != null && draft.isWhole(host.body()) && !isRole(host, "manager")) {
      report.accept(
          Diagnostic.at(
                  network.body().spanOfValue("host"),
                  "no-manager",
                  "the overlay network `" + network.key() + "` is placed on no manager")
              .label("`" + host.key() + "` does not say `swarm: manager`")
              .help("A manager makes an overlay network; the whole swarm can use it then."));
    }
  }

  private static boolean isRole(Resource host, String role) {
    return view(host).text("swarm").filter(role::equals).isPresent();
  }

  private static View view(Resource resource) {
    return new View(resource.body(), TextResolver.AS_WRITTEN);
  }
}
