package io.labrun.report.file;

import java.util.regex.Pattern;

/**
 * Writes a cell of CSV that a spreadsheet takes for a text, whoever wrote it.
 *
 * <p>A cell that begins with {@code = + - @} is a formula to spreadsheets; a quote before it makes
 * it a text (OWASP, "CSV Injection"). So it goes within a cell, too, after what some of them, in
 * some countries, take for the end of a cell: a semicolon, a tab, a bar. Line ends don't occur.
 */
final class CsvCell {
  private static final Pattern FORMULA = Pattern.compile("(^|[;|])(\\s*)(?=[=+\\-@＝＋－＠])");

  private CsvCell() {}

  /** The cell, in quotes where it needs them. */
  static String of(String text) {
    String safe = FORMULA.matcher(Reason.line(text)).replaceAll("$1$2'");
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == ';');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
