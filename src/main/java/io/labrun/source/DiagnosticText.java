package io.labrun.source;

import java.util.ArrayList;
import java.util.List;

/** Writes a diagnostic as a person reads it: the mistake, the place with a caret, the way out. */
public final class DiagnosticText {
  private final Theme theme;

  /** Diagnostics written in a theme. */
  public DiagnosticText(Theme theme) {
    this.theme = theme;
  }

  /** The lines of one diagnostic, without an empty line at the end. */
  public List<String> render(Diagnostic diagnostic) {
    List<String> out = new ArrayList<>();
    String head = theme.paint(Tone.BAD, "error[" + diagnostic.code() + "]");
    out.add(head + ": " + Printable.line(diagnostic.message()));
    String label = Printable.line(diagnostic.label());
    if (diagnostic.span().isPresent()) {
      out.addAll(new CodeFrame(theme).render(diagnostic.span().get(), label, 0, Tone.BAD));
    } else if (!label.isEmpty()) {
      out.add("  " + label);
    }
    diagnostic
        .help()
        .forEach(
            line -> out.add("  " + theme.paint(Tone.ACCENT, "help") + "  " + Printable.line(line)));
    return out;
  }
}
