package io.labrun.report.html;

import io.labrun.event.Problem;
import io.labrun.source.Span;
import java.util.List;
import java.util.Optional;

/** Shows why something could not be done: where it is asked for, the reason, the way out. */
final class ProblemBox {
  private final Markup out;
  private final Budget budget;

  ProblemBox(Markup out, Budget budget) {
    this.out = out;
    this.budget = budget;
  }

  /** Writes a problem; {@code place} is where to point to where it has no place of its own. */
  void write(Problem why, Optional<Span> place) {
    why.span().or(() -> place).ifPresent(span -> new CodeExcerpt(out).marked(span, span, ""));
    out.open("div", "class", "problem").open("p", "class", "what");
    Prose.write(why.what(), out);
    out.close("p");
    if (!why.details().isEmpty()) {
      out.leaf("pre", budget.take(String.join("\n", why.details())));
    }
    leads("Help", why.help());
    out.close("div");
  }

  /** Writes texts that lead on, below a word; nothing for none. */
  void leads(String word, List<String> texts) {
    if (!texts.isEmpty()) {
      out.open("dl", "class", "leads").leaf("dt", word);
      for (String text : texts) {
        out.open("dd", "class", "lines");
        Prose.write(text, out);
        out.close("dd");
      }
      out.close("dl");
    }
  }
}
