package io.labrun.report.html;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code, emphasis and links within a text in Markdown. */
final class Prose {
  private static final String CODE = "`([^`]+)`";
  private static final String LINK = "\\[([^\\]\\[]+)\\]\\(([^()\\s]+)\\)";
  private static final String ADDRESS = "<((?:https?://|mailto:)[^<>\\s]+)>";
  private static final String EMPHASIS = "(?<![\\w*])(\\*{1,2})(?=\\S)([^*]+)(?<=\\S)\\5(?![\\w*])";
  private static final Pattern PIECE =
      Pattern.compile(String.join("|", CODE, LINK, ADDRESS, EMPHASIS));

  private Prose() {}

  /** Writes a text; what looks like markup but is none, or must not be, stays as it is written. */
  static void write(String text, Markup out) {
    Matcher piece = PIECE.matcher(text);
    int from = 0;
    while (piece.find()) {
      out.text(text.substring(from, piece.start()));
      write(piece.toMatchResult(), out);
      from = piece.end();
    }
    out.text(text.substring(from));
  }

  private static void write(MatchResult piece, Markup out) {
    if (piece.group(1) != null) {
      out.leaf("code", piece.group(1));
    } else if (piece.group(2) != null) {
      link(piece, out);
    } else if (piece.group(4) != null) {
      out.leaf("a", piece.group(4), "href", piece.group(4), "rel", "noreferrer");
    } else {
      String name = piece.group(5).length() == 1 ? "em" : "strong";
      out.open(name);
      write(piece.group(6), out);
      out.close(name);
    }
  }

  private static void link(MatchResult piece, Markup out) {
    if (!Markup.isLink(piece.group(3)) || piece.group(3).startsWith("#")) {
      out.text(piece.group());
      return;
    }
    out.open("a", "href", piece.group(3), "rel", "noreferrer");
    write(piece.group(2), out);
    out.close("a");
  }
}
