package io.labrun.source;

/**
 * How output looks: its signs, its colours, its width.
 *
 * @param marks the signs
 * @param colour whether tones become colours; words never depend on it
 * @param width columns of the output, at least 40
 */
public record Theme(Marks marks, boolean colour, int width) {

  /** Fine signs, no colour, 80 columns: what golden files are written with. */
  public static final Theme PLAIN = new Theme(Marks.UNICODE, false, 80);

  /** The same in another width. */
  public Theme wide(int columns) {
    return new Theme(marks, colour, columns);
  }

  /** Gives a piece of text its tone, where there is colour. */
  public String paint(Tone tone, String text) {
    if (!colour || text.isEmpty()) {
      return text;
    }
    return "\u001b[" + tone.sgr() + "m" + text + "\u001b[0m";
  }
}
