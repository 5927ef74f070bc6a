package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Template;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/** Nothing under {@code requires} names a live value: it is looked at before anything is made. */
final class RequiresRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    draft.root().get("requires").ifPresent(requires -> check(requires, report));
  }

  private static void check(Data data, Consumer<Diagnostic> report) {
    if (data instanceof Data.Text text) {
      text.template().lives().forEach(live -> report.accept(tooEarly(live)));
    } else if (data instanceof Data.Seq seq) {
      seq.items().forEach(item -> check(item, report));
    } else if (data instanceof Data.Mapping map) {
      List.copyOf(map.entries().values()).forEach(entry -> check(entry.value(), report));
    }
  }

  private static Diagnostic tooEarly(Template.Live live) {
    return Diagnostic.at(
            live.span(),
            "bad-live-value",
            "a requirement cannot hold the live value `" + live.ref() + "`")
        .label("nothing is made yet when requirements are looked at")
        .help("Variables of `vars` may stand here.");
  }
}
