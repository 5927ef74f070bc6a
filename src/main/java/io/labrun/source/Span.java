package io.labrun.source;

/**
 * A stretch of a source text.
 *
 * @param source the text it lies in
 * @param start offset of its first UTF-16 unit, from 0
 * @param end offset after its last unit; equal to {@code start} for a mere place
 */
public record Span(SourceText source, int start, int end) implements Comparable<Span> {

  /** The line it starts on, from 1. */
  public int line() {
    return source.lineOf(start);
  }

  /** The column it starts at, from 1, in code points. */
  public int column() {
    return source.columnOf(start);
  }

  /** The place as people and editors read it: {@code file:line:col}. */
  public String place() {
    return source.name() + ":" + line() + ":" + column();
  }

  /** The characters it covers. */
  public String text() {
    String all = source.text();
    return all.substring(Math.min(start, all.length()), Math.min(end, all.length()));
  }

  /** The span from the start of this one to the end of another of the same text. */
  public Span to(Span last) {
    return source.span(start, last.end);
  }

  /** Orders by place within one text. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
