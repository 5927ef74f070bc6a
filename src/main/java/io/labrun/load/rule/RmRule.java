package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.source.Diagnostic;
import java.util.Optional;
import java.util.function.Consumer;

/** A container that is removed when it ends is not started again by the engine. */
final class RmRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.scenario().containers().values()) {
      ContainerSpec spec = ContainerSpec.read(container, TextResolver.AS_WRITTEN);
      Optional<Data> restart = container.body().get("restart").filter(draft::isKnown);
      if (spec.rm() && spec.restart().isPresent() && restart.isPresent()) {
        report.accept(
            Diagnostic.at(
                    restart.get().span(),
                    "rm-and-restart",
                    "`rm: true` and `restart: " + spec.restart().get() + "` exclude each other")
                .label("what is removed when it ends cannot be started again: the engine refuses")
                .help("Leave one of the two out."));
      }
    }
  }
}
