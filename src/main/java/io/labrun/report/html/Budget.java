package io.labrun.report.html;

/** How much of outputs and logs a page still takes, so that a browser can open it. */
final class Budget {
  private static final int MOST_OF_ALL = 8_000_000;
  private static final int HEAD = 4_000;
  private static final int TAIL = 12_000;

  private int left = MOST_OF_ALL;

  /** So much of a text as has room; a line in its middle or at its end says what is missing. */
  String take(String text) {
    String shown = text;
    if (text.length() > HEAD + TAIL) {
      int missing = text.length() - HEAD - TAIL;
      shown =
          text.substring(0, HEAD)
              + "\n… "
              + missing
              + " characters left out …\n"
              + text.substring(text.length() - TAIL);
    }
    if (shown.length() > left) {
      shown = "… left out: " + text.length() + " characters; the page has too many as it is";
    }
    left -= Math.min(left, shown.length());
    return shown;
  }
}
