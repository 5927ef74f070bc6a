package io.labrun.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of the README between two markers: {@code <!-- NAME -->} and {@code <!-- /NAME -->}. */
public final class Readme {
  private static final Path FILE = Path.of("README.md");

  private Readme() {}

  /** The text between the markers. */
  public static String part(String name) throws IOException {
    String text = Files.readString(FILE);
    int from = text.indexOf(begin(name));
    int to = text.indexOf(end(name));
    assertTrue(from >= 0 && to > from, "the README has no part " + name);
    return text.substring(from + begin(name).length(), to);
  }

  /**
   * Fails if the part is not this text. With {@code -Dgolden.update=true} it is written anew, and
   * the test fails all the same.
   */
  public static void check(String name, String wanted) throws IOException {
    String found = part(name);
    if (found.equals(wanted)) {
      return;
    }
    if (Boolean.getBoolean("golden.update")) {
      String text = Files.readString(FILE);
      String before = text.substring(0, text.indexOf(begin(name)) + begin(name).length());
      Files.writeString(FILE, before + wanted + text.substring(text.indexOf(end(name))));
      fail("written anew: " + name + " in " + FILE);
    }
    assertEquals(
        wanted, found, "-Dgolden.update=true writes the part " + name + " of the README anew");
  }

  private static String begin(String name) {
    return "<!-- " + name + " -->\n";
  }

  private static String end(String name) {
    return "<!-- /" + name + " -->";
  }
}
