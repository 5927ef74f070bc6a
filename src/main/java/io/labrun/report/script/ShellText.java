package io.labrun.report.script;

import io.labrun.plan.RunResolver;
import io.labrun.report.ShellQuote;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Texts of a scenario as words of a shell: literal text is quoted, a live value becomes a command
 * that looks it up.
 *
 * <p>As a resolver it marks where live values stand, with two control characters that no scenario
 * can contain; {@link #word} turns the marks into commands.
 */
final class ShellText implements TextResolver {
  private static final char BEGIN = '\u0001';
  private static final char END = '\u0002';

  private final RunResolver run;
  private final LiveCommands live;

  ShellText(RunResolver run, LiveCommands live) {
    this.run = run;
    this.live = live;
  }

  @Override
  public String resolve(Template template) {
    return template.parts().stream().map(this::marked).collect(Collectors.joining());
  }

  private String marked(Template.Part part) {
    if (part instanceof Template.Literal literal) {
      return literal.text();
    }
    LiveRef ref = ((Template.Live) part).ref();
    Optional<String> known = run.value(ref);
    return known.orElseGet(() -> BEGIN + ref.toString() + END);
  }

  /** A text, live values marked, as one word. */
  String word(String marked) {
    if (marked.indexOf(BEGIN) < 0) {
      return ShellQuote.word(marked);
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (from < marked.length()) {
      int begin = marked.indexOf(BEGIN, from);
      int end = marked.indexOf(END, from);
      String literal = marked.substring(from, begin < 0 ? marked.length() : begin);
      out.append(literal.isEmpty() ? "" : ShellQuote.word(literal));
      if (begin < 0) {
        break;
      }
      out.append('"').append(live.of(LiveRef.parse(marked.substring(begin + 1, end)))).append('"');
      from = end + 1;
    }
    return out.toString();
  }

  /** Texts as words with blanks between them. */
  String words(List<String> marked) {
    return marked.stream().map(this::word).collect(Collectors.joining(" "));
  }
}
