package io.labrun.load.vars;

import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import io.labrun.source.Span;
import java.util.Collection;

/** What to say of a name between a dollar's braces that nothing declares. */
public final class Undeclared {
  private static final int MOST_LISTED = 12;

  private Undeclared() {}

  /** The mistake of a use. */
  public static Diagnostic variable(String name, Span span, Collection<String> known) {
    String question =
        DidYouMean.nearest(name, known).map(n -> "did you mean `${" + n + "}`?").orElse("");
    return Diagnostic.at(span, "undeclared-variable", "no variable `" + name + "` is declared")
        .label(question)
        .help(
            "Variables are declared under `vars`. " + list(known),
            "If the shell in the container is meant: $"
                + name
                + " needs no braces, $${...} keeps them.");
  }

  private static String list(Collection<String> known) {
    if (known.isEmpty()) {
      return "There are none.";
    }
    return known.size() > MOST_LISTED
        ? "There are " + known.size() + "."
        : "There are: " + String.join(", ", known) + ".";
  }
}
