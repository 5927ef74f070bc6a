package io.labrun.report.html;

import io.labrun.report.Entities;
import io.labrun.source.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes elements, so that whatever is written is balanced and no foreign text becomes markup.
 *
 * <p>Names of elements and attributes are ours, never foreign. Attributes come in pairs of name and
 * value; one whose value is null is left out, one whose value is empty stands alone. Whatever
 * cannot be written throws an {@link UncheckedIOException}.
 *
 * <p>A large page has hundreds of thousands of pieces, mostly of a few characters that need no
 * escape: they are gathered here, and no text is made of them in between.
 */
final class Markup {
  private static final Pattern LINK = Pattern.compile("#[a-z0-9-]+|(?i:https?://|mailto:)\\S+");
  private static final Set<String> LINKS = Set.of("href", "src", "action", "formaction");
  private static final Set<String> VOID = Set.of("meta", "link", "input", "br", "hr");
  private static final Set<String> INLINE =
      Set.of("a", "b", "bdi", "code", "em", "i", "ins", "del", "label", "mark", "span", "strong");

  private static final int ROOM = 1 << 13;

  private final Writer out;
  private final char[] held = new char[ROOM];
  private int holds;
  private final Deque<String> open = new ArrayDeque<>();
  private int verbatim;

  /** Elements written to {@code out}, which is not closed. */
  Markup(Writer out) {
    this.out = out;
  }

  /** Begins an element. */
  Markup open(String name, String... attributes) {
    tag(name, attributes);
    put(">");
    open.push(name);
    verbatim += name.equals("pre") ? 1 : 0;
    return this;
  }

  /** Ends the innermost element, which must have this name. */
  Markup close(String name) {
    String innermost = open.pop();
    if (!innermost.equals(name)) {
      throw new IllegalStateException("<" + innermost + "> is open, not <" + name + ">");
    }
    verbatim -= name.equals("pre") ? 1 : 0;
    put("</");
    put(name);
    put(">");
    return this;
  }

  /** A whole element with nothing in it. */
  Markup empty(String name, String... attributes) {
    tag(name, attributes);
    put(VOID.contains(name) ? ">" : "/>");
    return this;
  }

  /** A whole element with a text in it. */
  Markup leaf(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close(name);
  }

  /** A foreign text, or one of ours. */
  Markup text(String text) {
    escape(text, true);
    return this;
  }

  /** A style, a script or a picture that is known to be whole and harmless, as it is. */
  Markup trusted(String markup) {
    put(markup);
    return this;
  }

  /** All that was begun must have ended; only now all of it is written. */
  void end() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    put("\n");
    flush();
  }

  private void tag(String name, String... attributes) {
    put(verbatim > 0 || INLINE.contains(name) ? "<" : "\n<");
    put(checked(name));
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(checked(attributes[i]), attributes[i + 1]);
    }
  }

  private void attribute(String name, String value) {
    if (value == null) {
      return;
    }
    if (name.startsWith("on") || name.equals("style")) {
      throw new IllegalArgumentException(
          "an attribute that the page's own policy forbids: " + name);
    }
    if (LINKS.contains(name) && !isLink(value) && !value.equals(Assets.ICON)) {
      throw new IllegalArgumentException("no address that may be linked: " + value);
    }
    put(" ");
    put(name);
    if (!value.isEmpty() || name.equals("lang")) {
      put("=\"");
      escape(value, false);
      put("\"");
    }
  }

  /** Whether a page may link to it: places of its own, and addresses of the web and of mail. */
  static boolean isLink(String address) {
    return LINK.matcher(address).matches();
  }

  private static String checked(String name) {
    boolean good = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      good &= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (i > 0 && isInner(c));
    }
    if (!good) {
      throw new IllegalArgumentException("no name of an element or attribute: " + name);
    }
    return name;
  }

  private static boolean isInner(char c) {
    return c == '-' || (c >= '0' && c <= '9');
  }

  private void escape(String text, boolean lines) {
    if (isPlain(text, lines)) {
      put(text);
      return;
    }
    int from = 0;
    int end = lines ? text.indexOf('\n') : -1;
    while (end >= 0) {
      boolean ofTwo = end > from && text.charAt(end - 1) == '\r';
      line(text.substring(from, ofTwo ? end - 1 : end));
      put("\n");
      from = end + 1;
      end = text.indexOf('\n', from);
    }
    line(text.substring(from));
  }

  private void line(String text) {
    put(Entities.escaped(Printable.line(text)));
  }

  /** What most texts are: nothing in it is to be written another way. */
  private static boolean isPlain(String text, boolean lines) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c > '~' || Entities.isOne(c)) && !(lines && c == '\n')) {
        return false;
      }
    }
    return true;
  }

  private void put(String text) {
    int from = 0;
    while (text.length() - from > ROOM - holds) {
      int end = from + ROOM - holds;
      text.getChars(from, end, held, holds);
      holds = ROOM;
      from = end;
      flush();
    }
    text.getChars(from, text.length(), held, holds);
    holds += text.length() - from;
  }

  private void flush() {
    try {
      out.write(held, 0, holds);
      holds = 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
