package io.labrun.report.file;

import io.labrun.report.Entities;
import io.labrun.source.Printable;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML 1.0, indented, as it is told; elements close themselves.
 *
 * <p>Characters that XML cannot hold, and those that would move a terminal, are written as visible
 * escapes such as {@code \x1b}: XML has no way to hold them.
 */
final class XmlWriter {
  private final Sink sink;
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /** Begins a document. */
  XmlWriter(Sink sink) {
    this.sink = sink;
    sink.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }

  /** An element; what is in it, its attributes first, is written by the content. */
  void element(String name, Runnable content) {
    closeTag();
    indent();
    sink.write("<" + name);
    inTag = true;
    open.push(name);
    content.run();
    open.pop();
    if (inTag) {
      sink.line("/>");
      inTag = false;
    } else {
      indent();
      sink.line("</" + name + ">");
    }
  }

  /** An attribute of the element under way. */
  void attribute(String name, String value) {
    sink.write(" " + name + "=\"" + Entities.escaped(Printable.line(value)) + "\"");
  }

  /** An element with a text of several lines, and maybe attributes. */
  void text(String name, Runnable attributes, Iterable<String> lines) {
    element(
        name,
        () -> {
          attributes.run();
          closeTag();
          lines.forEach(line -> sink.line(Entities.escaped(Printable.line(line))));
        });
  }

  private void closeTag() {
    if (inTag) {
      sink.line(">");
      inTag = false;
    }
  }

  private void indent() {
    sink.write("  ".repeat(open.size()));
  }
}
