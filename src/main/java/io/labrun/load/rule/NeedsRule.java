package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import io.labrun.source.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** `needs` names assertions that come earlier in the file. */
final class NeedsRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Optional<Set<String>> all = draft.names().of(Names.ASSERTION);
    Set<String> earlier = new HashSet<>();
    for (View item : new View(draft.root(), TextResolver.AS_WRITTEN).views("assertions")) {
      for (var need : item.items("needs")) {
        String name = Nets.written(need);
        if (all.isPresent() && draft.isKnown(need) && !earlier.contains(name)) {
          report.accept(mistake(name, need.span(), all.get(), item.text("name").orElse("")));
        }
      }
      item.text("name").ifPresent(earlier::add);
    }
  }

  private static Diagnostic mistake(String name, Span span, Set<String> all, String own) {
    if (name.equals(own)) {
      return Diagnostic.at(span, "cycle", "an assertion cannot need itself");
    }
    if (all.contains(name)) {
      return Diagnostic.at(span, "needs-later", "the assertion `" + name + "` comes later")
          .label("only earlier ones can be needed")
          .help("Assertions run in the order of the file: put it before this one.");
    }
    return Diagnostic.at(span, "unknown-reference", "there is no assertion `" + name + "`")
        .label(DidYouMean.question(name, all));
  }
}
