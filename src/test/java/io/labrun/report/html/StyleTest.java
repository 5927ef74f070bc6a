package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.report.graph.SvgPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style sheet's colours can be told apart: WCAG 2.2, success criteria 1.4.3 and 1.4.11. */
final class StyleTest {
  private static final Path SHEET = Path.of("src/main/resources/report/report.css");
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6})");

  /** The colours of the first or the second scheme, light or dark. */
  private static Map<String, Integer> colours(int scheme) throws IOException {
    String part = Files.readString(SHEET).split(":root \\{", -1)[scheme];
    Map<String, Integer> out = new HashMap<>();
    Matcher colour = COLOUR.matcher(part.substring(0, part.indexOf('}')));
    while (colour.find()) {
      out.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
    }
    return out;
  }

  /** Printed on white paper, light texts on dark grounds would be lost. */
  @Test
  void what_is_dark_is_so_on_screens_only() throws IOException {
    String all = Files.readString(SHEET) + SvgPicture.style();
    assertEquals(2, all.split("@media screen and \\(prefers-color-scheme", -1).length - 1);
    assertEquals(2, all.split("prefers-color-scheme", -1).length - 1);
  }

  @Test
  void texts_can_be_read_on_every_ground_in_light_and_dark() throws IOException {
    for (int scheme = 1; scheme <= 2; scheme++) {
      Map<String, Integer> colours = colours(scheme);
      assertEquals(14, colours.size());
      for (String ground : List.of("paper", "sheet", "code")) {
        for (String text : List.of("ink", "soft", "link", "good", "bad", "warn")) {
          legible(colours, text, ground, 4.5);
        }
      }
      for (String mood : List.of("good", "bad", "warn")) {
        legible(colours, mood, mood + "-wash", 4.5);
        legible(colours, "paper", mood, 4.5);
        legible(colours, "ink", mood + "-wash", 4.5);
      }
    }
  }

  private static void legible(
      Map<String, Integer> colours, String one, String other, double least) {
    double a = luminance(colours.get(one));
    double b = luminance(colours.get(other));
    double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    assertTrue(contrast >= least, one + " on " + other + " has a contrast of only " + contrast);
  }

  /** Relative luminance as WCAG defines it. */
  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
  }

  private static double linear(int channel) {
    double share = (channel & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** A line that wraps leaves no column to point at. */
  @Test
  void on_a_narrow_screen_no_caret_points_at_nothing() throws IOException {
    String css = Assets.style();
    int narrow = css.indexOf("@media (max-width: 44rem) {");
    String block = css.substring(narrow, css.indexOf("\n}", narrow));
    assertTrue(block.contains(".indent,\n  .label > [aria-hidden] {\n    display: none;"), block);
    assertTrue(Read.page(Sample.batch()).contains("<span class=\"indent\"> "));
  }
}
