package io.labrun.report;

import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown for a terminal, modestly: paragraphs and list items are wrapped, code blocks stand as
 * they are, headings, code and emphasis have a tone. Without colours the marks of Markdown stay:
 * they say the same.
 */
final class MarkdownText {
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
  private static final Pattern ITEM = Pattern.compile("( *)([-*+]|\\d{1,3}[.)]) +(.*)");
  private static final String FENCE = "```";

  private final Pen pen;
  private final InlineMarkdown inline;
  private final List<String> out = new ArrayList<>();
  private String lead = "";
  private StringBuilder open = new StringBuilder();

  private MarkdownText(Pen pen) {
    this.pen = pen;
    this.inline = new InlineMarkdown(pen);
  }

  /** The lines of a text; empty for an empty one. */
  public static List<String> render(Pen pen, String markdown) {
    MarkdownText text = new MarkdownText(pen);
    boolean code = false;
    for (String line : pen.safeLines(markdown.strip())) {
      boolean fence = line.strip().startsWith(FENCE);
      if (fence || code) {
        text.close();
        if (!fence) {
          text.out.add(("    " + line).stripTrailing());
        }
        code = fence != code;
      } else {
        text.line(line);
      }
    }
    text.close();
    return text.out;
  }

  private void line(String line) {
    var heading = HEADING.matcher(line);
    var item = ITEM.matcher(line);
    if (line.isBlank()) {
      close();
      out.add("");
    } else if (heading.matches()) {
      close();
      out.add(pen.paint(Tone.STRONG, heading.group(1)));
    } else if (item.matches()) {
      close();
      lead = item.group(1) + "  " + item.group(2) + " ";
      open.append(item.group(3));
    } else {
      open.append(open.length() == 0 ? "" : " ").append(line.strip());
    }
  }

  private void close() {
    if (open.length() > 0) {
      out.addAll(inline.beside(lead, Tone.MUTED, open.toString()));
    }
    open = new StringBuilder();
    lead = "";
  }
}
