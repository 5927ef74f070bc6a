package io.labrun.source;

import java.util.List;
import java.util.Optional;

/**
 * One mistake in what somebody wrote.
 *
 * <p>How to write one: {@code message} is one sentence that says what is wrong, in lower case and
 * without a full stop, with the words of the file in `backquotes`; {@code label} stands beside the
 * caret and says the nearest way out ("did you mean `command`?"), or is empty; {@code help} lines
 * say what else to do and why, or are empty.
 *
 * @param code a short name of the kind of mistake, in kebab-case, the same for ever
 * @param span where it stands; empty when it has no place in a file (a command-line option, say)
 * @param message what is wrong
 * @param label what stands beside the caret; may be empty
 * @param help further lines; may be empty
 */
public record Diagnostic(
    String code, Optional<Span> span, String message, String label, List<String> help) {

  /** A mistake at a place. */
  public static Diagnostic at(Span span, String code, String message) {
    return new Diagnostic(code, Optional.of(span), message, "", List.of());
  }

  /** A mistake without a place in a file. */
  public static Diagnostic of(String code, String message) {
    return new Diagnostic(code, Optional.empty(), message, "", List.of());
  }

  /** The same with words beside the caret. */
  public Diagnostic label(String words) {
    return new Diagnostic(code, span, message, words, help);
  }

  /** The same with further lines of help. */
  public Diagnostic help(String... lines) {
    return new Diagnostic(code, span, message, label, List.of(lines));
  }
}
