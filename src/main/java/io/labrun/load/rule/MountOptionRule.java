package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/** The options of a mount in its short form are such that labrun hands on to the engine. */
final class MountOptionRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.workloads()) {
      View view = new View(container.body(), TextResolver.AS_WRITTEN);
      for (Data item : view.items("volumes")) {
        if (item instanceof Data.Text && draft.isKnown(item)) {
          unknown(
              MountSpec.unknownOptions(Nets.written(item)),
              item,
              "After the target come ro, rw, nocopy and how mounts spread, as in rslave; several"
                  + " with commas.",
              report);
        }
      }
      for (Data item : view.items("tmpfs")) {
        if (draft.isKnown(item)) {
          unknown(
              MountSpec.unknownTmpfsOptions(Nets.written(item)),
              item,
              "There are size, mode, ro and rw, as in /tmp:size=16m,mode=1777.",
              report);
        }
      }
    }
  }

  private static void unknown(
      List<String> options, Data item, String help, Consumer<Diagnostic> report) {
    for (String option : options) {
      report.accept(
          Diagnostic.at(
                  item.span(), "unknown-option", "`" + option + "` is no option of such a mount")
              .help(help));
    }
  }
}
