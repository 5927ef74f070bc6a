package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A variable is not called like a container, network, volume or captured result, nor `run`. */
final class VariableNameRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (String name : draft.variables().names()) {
      Span span = draft.variables().get(name).orElseThrow().nameSpan();
      for (String kind : List.of(Names.CONTAINER, Names.NETWORK, Names.VOLUME)) {
        if (draft.names().of(kind).orElse(Set.of()).contains(name)) {
          report.accept(clash(span, name, "a " + kind));
        }
      }
      if (draft.names().captured().contains(name)) {
        report.accept(clash(span, name, "a captured result"));
      }
      if (name.equals(Names.RUN)) {
        report.accept(clash(span, name, "the run itself"));
      }
    }
  }

  private static Diagnostic clash(Span span, String name, String other) {
    return Diagnostic.at(
            span, "ambiguous-name", "the variable `" + name + "` has the name of " + other)
        .label("nobody could tell what ${" + name + "} means");
  }
}
