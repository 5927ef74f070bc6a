package io.labrun.source;

import java.util.ArrayList;
import java.util.List;

/** Writes a diagnostic as a person reads it: the mistake, the place with a caret, the way out. */
public final class DiagnosticText {
  private static final int MOST_LENGTH = 600;

  private final Theme theme;

  /** Diagnostics written in a theme. */
  public DiagnosticText(Theme theme) {
    this.theme = theme;
  }

  /** The lines of one diagnostic, without an empty line at the end. */
  public List<String> render(Diagnostic diagnostic) {
    List<String> out = new ArrayList<>();
    String head = theme.paint(Tone.BAD, "error[" + diagnostic.code() + "]");
    out.add(head + ": " + shown(diagnostic.message()));
    String label = shown(diagnostic.label());
    if (diagnostic.span().isPresent()) {
      out.addAll(new CodeFrame(theme).render(diagnostic.span().get(), label, 0, Tone.BAD));
    } else if (!label.isEmpty()) {
      out.add("  " + label);
    }
    diagnostic
        .help()
        .forEach(line -> out.add("  " + theme.paint(Tone.ACCENT, "help") + "  " + shown(line)));
    return out;
  }

  /** Foreign words in a message may be as long as a file. */
  private String shown(String text) {
    String line =
        Printable.line(text.length() > MOST_LENGTH ? text.substring(0, MOST_LENGTH) : text);
    return text.length() > MOST_LENGTH ? line + theme.marks().ellipsis() : line;
  }
}
