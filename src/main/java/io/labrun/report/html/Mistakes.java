package io.labrun.report.html;

import io.labrun.source.Diagnostic;
import java.util.List;

/** The mistakes of a file that is no valid scenario, each with its place. */
final class Mistakes {
  private static final int MOST_LENGTH = 600;

  private final Markup out;
  private final Budget budget;

  Mistakes(Markup out, Budget budget) {
    this.out = out;
    this.budget = budget;
  }

  /** Writes them in their order. */
  void write(List<Diagnostic> diagnostics) {
    out.open("ol", "class", "mistakes");
    diagnostics.forEach(this::mistake);
    out.close("ol");
  }

  private void mistake(Diagnostic mistake) {
    out.open("li").open("p", "class", "what");
    out.leaf("code", "error[" + mistake.code() + "]").text(" ");
    Prose.write(cut(mistake.message()), out);
    out.close("p");
    if (mistake.span().isPresent()) {
      new CodeExcerpt(out).marked(mistake.span().get(), mistake.span().get(), cut(mistake.label()));
    } else if (!mistake.label().isEmpty()) {
      out.leaf("p", cut(mistake.label()));
    }
    new ProblemBox(out, budget).leads("Help", mistake.help().stream().map(Mistakes::cut).toList());
    out.close("li");
  }

  /** Foreign words in a message may be as long as a file. */
  private static String cut(String text) {
    return text.length() > MOST_LENGTH ? text.substring(0, MOST_LENGTH) + "…" : text;
  }
}
