package io.labrun.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A lesson's text: the Markdown that a terminal shows too, and links. */
final class Markdown {
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
  private static final Pattern ITEM = Pattern.compile("( *)([-*+]|\\d{1,3}[.)]) +(.*)");
  private static final String FENCE = "```";
  private static final int MOST_LISTS = 8;

  /** A list that is open: its element and how far its items are indented. */
  private record Open(String element, int indent) {}

  private final Markup out;
  private final Deque<Open> lists = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private boolean code;

  private Markdown(Markup out) {
    this.out = out;
  }

  /** Writes a text; nothing for an empty one. */
  static void write(String markdown, Markup out) {
    Markdown writer = new Markdown(out);
    markdown.strip().lines().forEach(writer::line);
    writer.end();
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.strip().startsWith(FENCE)) {
      fence(line.startsWith(" "));
    } else if (code) {
      out.text(line + "\n");
    } else if (line.isBlank()) {
      flush();
    } else if (heading.matches()) {
      closeLists(-1);
      out.open("h4");
      Prose.write(heading.group(1), out);
      out.close("h4");
    } else if (item.matches()) {
      item(item.group(1).length(), item.group(2), item.group(3));
    } else {
      if (text.length() == 0 && !line.startsWith(" ")) {
        closeLists(-1);
      }
      text.append(text.length() == 0 ? "" : " ").append(line.strip());
    }
  }

  private void fence(boolean indented) {
    closeLists(indented || code ? Integer.MAX_VALUE : -1);
    if (code) {
      out.close("code").close("pre");
    } else {
      out.open("pre").open("code");
    }
    code = !code;
  }

  private void item(int indent, String sign, String rest) {
    closeLists(indent);
    if (lists.isEmpty() || (lists.peek().indent() < indent && lists.size() < MOST_LISTS)) {
      boolean bullets = !Character.isDigit(sign.charAt(0));
      String first = sign.substring(0, sign.length() - 1);
      String element = bullets ? "ul" : "ol";
      out.open(element, "start", bullets || first.equals("1") ? null : first);
      lists.push(new Open(element, indent));
    } else {
      out.close("li");
    }
    out.open("li");
    text.append(rest);
  }

  /** Ends the lists whose items are indented further; all of them for -1. */
  private void closeLists(int indent) {
    flush();
    while (!lists.isEmpty() && lists.peek().indent() > indent) {
      out.close("li").close(lists.pop().element());
    }
  }

  private void flush() {
    if (text.length() == 0) {
      return;
    }
    out.open("p");
    Prose.write(text.toString(), out);
    out.close("p");
    text.setLength(0);
  }

  private void end() {
    if (code) {
      fence(true);
    }
    closeLists(-1);
  }
}
