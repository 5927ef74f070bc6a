package io.labrun.report;

/** Cuts what is too long for a report, and says that it did. */
public final class Cut {
  private Cut() {}

  /** Whether a text is longer than that. */
  public static boolean isLonger(String text, int most) {
    return text.length() > most;
  }

  /**
   * The text, or so much of its beginning with a note of how much is missing.
   *
   * @param most in UTF-16 units; a character is never cut in two
   */
  public static String at(String text, int most) {
    if (!isLonger(text, most)) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + "… (" + (text.length() - end) + " more characters left out)";
  }
}
