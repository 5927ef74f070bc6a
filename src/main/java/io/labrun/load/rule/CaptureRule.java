package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Assertion.Capture;
import io.labrun.scenario.Data;
import io.labrun.scenario.Named;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A result is captured from a field that there is, under a name of its own, before it is used, and
 * used in assertions only.
 */
final class CaptureRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (String section : List.of("networks", "volumes", "containers")) {
      draft.root().get(section).ifPresent(data -> use(draft, data, Set.of(), report));
    }
    Set<String> captured = new HashSet<>();
    for (View item : new View(draft.root(), TextResolver.AS_WRITTEN).views("assertions")) {
      use(draft, item.map(), captured, report);
      captured.addAll(item.view("capture").map().entries().keySet());
    }
    names(draft, report);
  }

  private static void use(
      Draft draft, Data data, Set<String> captured, Consumer<Diagnostic> report) {
    if (data instanceof Data.Text text) {
      text.template().lives().forEach(live -> use(draft, live, captured, report));
    } else if (data instanceof Data.Seq seq) {
      seq.items().forEach(item -> use(draft, item, captured, report));
    } else if (data instanceof Data.Mapping map) {
      map.entries().values().forEach(entry -> use(draft, entry.value(), captured, report));
    }
  }

  private static void use(
      Draft draft, Template.Live live, Set<String> captured, Consumer<Diagnostic> report) {
    String name = live.ref().root();
    boolean isCapture = live.ref().path().isEmpty() && draft.names().captured().contains(name);
    if (isCapture && !captured.contains(name)) {
      report.accept(
          Diagnostic.at(live.span(), "captured-later", "`" + name + "` is not captured yet")
              .label("an assertion after this one captures it")
              .help(
                  "A captured result can be used in the assertions after that which captures it."));
    }
  }

  private static void names(Draft draft, Consumer<Diagnostic> report) {
    Set<String> seen = new HashSet<>();
    for (Assertion assertion : draft.scenario().assertions()) {
      for (Capture capture : assertion.capture()) {
        name(draft.names(), capture.name(), seen, report);
        field(draft, assertion, capture.field(), report);
      }
    }
  }

  private static void name(Names names, Named name, Set<String> seen, Consumer<Diagnostic> report) {
    boolean taken =
        List.of(Names.CONTAINER, Names.NETWORK, Names.VOLUME).stream()
            .anyMatch(kind -> names.of(kind).orElse(Set.of()).contains(name.name()));
    if (!seen.add(name.name())) {
      report.accept(
          Diagnostic.at(name.span(), "duplicate-name", "`" + name.name() + "` is captured twice"));
    } else if (taken || name.name().equals(Names.RUN)) {
      report.accept(
          Diagnostic.at(
                  name.span(),
                  "ambiguous-name",
                  "a captured result cannot be called `" + name.name() + "`")
              .label("something else has this name"));
    }
  }

  private static void field(
      Draft draft, Assertion assertion, Named field, Consumer<Diagnostic> report) {
    String check = assertion.check().kind();
    List<String> fields = draft.schema().properties(check + "_result");
    String first = field.name().split("[.\\[]", 2)[0];
    if (!fields.isEmpty() && !fields.contains(first)) {
      report.accept(
          Diagnostic.at(
                  field.span(),
                  "unknown-field",
                  "the result of `" + check + "` has no field `" + first + "`")
              .label(DidYouMean.question(first, fields))
              .help("There are: " + String.join(", ", fields)));
    }
  }
}
