package io.labrun.report.file;

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
    sink.write(" " + name + "=\"" + escaped(Printable.line(value)) + "\"");
  }

  /** An element with a text of several lines, and maybe attributes. */
  void text(String name, Runnable attributes, Iterable<String> lines) {
    element(
        name,
        () -> {
          attributes.run();
          closeTag();
          lines.forEach(line -> sink.line(escaped(Printable.line(line))));
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

  private static String escaped(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '&' || c == '<' || c == '>' || c == '"') {
        return false;
      }
    }
    return true;
  }
}
