package io.labrun.scenario;

import io.labrun.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text in which live values may stand.
 *
 * @param parts its pieces in order; empty for the empty text
 */
public record Template(List<Part> parts) {

  /** A piece of a template. */
  public sealed interface Part permits Literal, Live {}

  /** Text as it is; the escape for a literal dollar and brace is already undone. */
  public record Literal(String text) implements Part {}

  /** A live value, to be looked up when the step runs. */
  public record Live(LiveRef ref, Span span) implements Part {}

  /** A template without live values. */
  public static Template literal(String text) {
    return new Template(text.isEmpty() ? List.of() : List.of(new Literal(text)));
  }

  /** Whether no live value stands in it. */
  public boolean isLiteral() {
    return lives().isEmpty();
  }

  /** The live values in it, in order. */
  public List<Live> lives() {
    return parts.stream().filter(Live.class::isInstance).map(Live.class::cast).toList();
  }

  /** The text with live values as the author wrote them. */
  public String asWritten() {
    return parts.stream().map(Template::written).collect(Collectors.joining());
  }

  private static String written(Part part) {
    return part instanceof Literal literal ? literal.text() : "${" + ((Live) part).ref() + "}";
  }
}
