package io.labrun.report.file;

import io.labrun.source.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Writes JSON (RFC 8259), indented, as it is told; objects and lists close themselves.
 *
 * <p>Half a surrogate pair, which no UTF-8 can hold, becomes U+FFFD; what would move a terminal or
 * reorder its text is written as an escape. A fault of the writer below comes as an {@link
 * UncheckedIOException}.
 */
final class JsonWriter {
  private static final char UNKNOWN = '\ufffd';

  private final Writer out;
  private int depth;
  private boolean empty = true;

  /** Writes to a writer, which is not closed. */
  JsonWriter(Writer out) {
    this.out = out;
  }

  /** An object as the whole document, or as an item of a list. */
  void object(Runnable fields) {
    item();
    body('{', fields, '}');
  }

  /** A field that holds an object. */
  void object(String name, Runnable fields) {
    name(name);
    body('{', fields, '}');
  }

  /** A field that holds a list; each item writes one object. */
  <T> void list(String name, Iterable<T> items, Consumer<T> item) {
    name(name);
    body('[', () -> items.forEach(item), ']');
  }

  /** A field that holds a list of texts. */
  void texts(String name, Iterable<String> texts) {
    list(
        name,
        texts,
        text -> {
          item();
          quote(text);
        });
  }

  /** A field that holds a text. */
  void text(String name, String value) {
    name(name);
    quote(value);
  }

  /** A field that holds a number. */
  void number(String name, long value) {
    name(name);
    raw(Long.toString(value));
  }

  /** A field that holds a time in seconds. */
  void seconds(String name, Duration time) {
    name(name);
    raw(Quantity.seconds(time));
  }

  /** A field that holds yes or no. */
  void flag(String name, boolean value) {
    name(name);
    raw(Boolean.toString(value));
  }

  private void name(String name) {
    item();
    quote(name);
    raw(": ");
  }

  /** Begins an item or a field. */
  private void item() {
    if (depth > 0) {
      raw(empty ? "\n" : ",\n");
      raw("  ".repeat(depth));
    }
    empty = false;
  }

  private void body(char open, Runnable content, char close) {
    raw(String.valueOf(open));
    depth++;
    empty = true;
    content.run();
    depth--;
    if (!empty) {
      raw("\n" + "  ".repeat(depth));
    }
    raw(depth == 0 ? close + "\n" : String.valueOf(close));
    empty = false;
  }

  private void quote(String text) {
    StringBuilder to = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        to.append(pair ? text.substring(i, i + 2) : UNKNOWN);
        i += pair ? 1 : 0;
      } else {
        append(to, c);
      }
    }
    raw(to.append('"').toString());
  }

  private static void append(StringBuilder to, char c) {
    switch (c) {
      case '"', '\\' -> to.append('\\').append(c);
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      case '\t' -> to.append("\\t");
      default -> {
        if (Printable.isUnsafe(c)) {
          to.append("\\u%04x".formatted((int) c));
        } else {
          to.append(c);
        }
      }
    }
  }

  private void raw(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
