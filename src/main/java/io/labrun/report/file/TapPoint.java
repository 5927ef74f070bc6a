package io.labrun.report.file;

import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A test point of TAP 14 with its directive and its block of YAML. */
final class TapPoint {
  private final String indent;
  private final StringBuilder head;
  private final List<String> facts = new ArrayList<>();

  /**
   * A test point without more.
   *
   * @param indent of the subtest
   * @param name a foreign text
   */
  TapPoint(String indent, boolean good, int number, String name) {
    this.indent = indent;
    this.head = new StringBuilder(good ? "ok " : "not ok ");
    head.append(number).append(" - ").append(escaped(name));
  }

  /** A foreign text that can be neither a directive nor a line of its own. */
  static String escaped(String text) {
    return Reason.line(text).replace("\\", "\\\\").replace("#", "\\#");
  }

  /** Adds the one directive that it may have, with a reason. */
  TapPoint directive(String word, String reason) {
    head.append(" # ").append(word).append(' ').append(escaped(reason));
    return this;
  }

  /** Adds a text to its block. */
  TapPoint fact(String name, String value) {
    facts.add(name + ": " + JsonQuote.of(value));
    return this;
  }

  /** Adds a number to its block. */
  TapPoint fact(String name, long value) {
    facts.add(name + ": " + value);
    return this;
  }

  /** Adds texts to its block; nothing for none. */
  TapPoint facts(String name, List<String> values) {
    if (!values.isEmpty()) {
      facts.add(name + ":");
      values.forEach(value -> facts.add("  - " + JsonQuote.of(value)));
    }
    return this;
  }

  /** Adds where it stands. */
  TapPoint at(Span place) {
    facts.add("at:");
    facts.add("  file: " + JsonQuote.of(place.source().name()));
    facts.add("  line: " + place.line());
    facts.add("  column: " + place.column());
    return this;
  }

  /** Writes it. */
  void write(Sink out) {
    out.line(indent + head);
    if (!facts.isEmpty()) {
      out.line(indent + "  ---");
      facts.forEach(fact -> out.line(indent + "  " + fact));
      out.line(indent + "  ...");
    }
  }
}
