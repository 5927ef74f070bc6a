package io.labrun.report.file;

import java.time.Duration;
import java.util.function.Consumer;

/** Writes JSON (RFC 8259), indented, as it is told; objects and lists close themselves. */
final class JsonWriter {
  private final Sink sink;
  private int depth;
  private boolean empty = true;

  /** Writes one document. */
  JsonWriter(Sink sink) {
    this.sink = sink;
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
          sink.write(JsonQuote.of(text));
        });
  }

  /** A field that holds a text. */
  void text(String name, String value) {
    name(name);
    sink.write(JsonQuote.of(value));
  }

  /** A field that holds a number. */
  void number(String name, long value) {
    name(name);
    sink.write(Long.toString(value));
  }

  /** A field that holds a time in seconds. */
  void seconds(String name, Duration time) {
    name(name);
    sink.write(Quantity.seconds(time));
  }

  /** A field that holds yes or no. */
  void flag(String name, boolean value) {
    name(name);
    sink.write(Boolean.toString(value));
  }

  private void name(String name) {
    item();
    sink.write(JsonQuote.of(name));
    sink.write(": ");
  }

  /** Begins an item or a field. */
  private void item() {
    if (depth > 0) {
      sink.write(empty ? "\n" : ",\n");
      sink.write("  ".repeat(depth));
    }
    empty = false;
  }

  private void body(char open, Runnable content, char close) {
    sink.write(String.valueOf(open));
    depth++;
    empty = true;
    content.run();
    depth--;
    if (!empty) {
      sink.write("\n" + "  ".repeat(depth));
    }
    sink.write(depth == 0 ? close + "\n" : String.valueOf(close));
    empty = false;
  }
}
