package io.labrun.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with a name, in which places are found by line and column.
 *
 * <p>Offsets count UTF-16 units from 0; lines and columns count from 1, columns in code points, as
 * editors show them. A line ends with LF, CRLF or CR; the ending is not part of the line.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * Indexes a text.
   *
   * @param name the name shown to people, usually the path as they typed it
   * @param text the whole text, without a byte order mark
   */
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** The name shown to people. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The text of a line (from 1) without its ending. */
  public String line(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The line (from 1) that holds an offset; an offset past the end is on the last line. */
  public int lineOf(int offset) {
    int low = 0;
    int high = lineStarts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lineStarts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }

  /** The offset at which a line (from 1) starts. */
  public int startOfLine(int number) {
    return lineStarts[number - 1];
  }

  /** The column (from 1, in code points) of an offset on its line. */
  public int columnOf(int offset) {
    int end = Math.min(offset, text.length());
    return text.codePointCount(startOfLine(lineOf(end)), end) + 1;
  }

  /** The span between two offsets; {@code end} is exclusive and not before {@code start}. */
  public Span span(int start, int end) {
    return new Span(this, start, Math.max(start, end));
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (isLineEnd(c) && !crOfCrLf) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
