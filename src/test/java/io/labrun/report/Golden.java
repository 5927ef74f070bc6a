package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts that are kept in files. With {@code -Dgolden.update=true} they are written anew, and the
 * test fails all the same, so that nothing blesses itself.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Compares lines with a file below {@code golden}. */
  public static void check(String name, List<String> lines) {
    check(name, String.join("\n", lines) + "\n");
  }

  /** Compares a text with a file below {@code golden}; escape characters are kept as {@code ␛}. */
  public static void check(String name, String text) {
    String actual = text.replace('\u001b', '␛').replace("\r", "␍");
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        String before = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, actual);
        if (!before.equals(actual)) {
          fail("written anew: " + file);
        }
      }
      assertEquals(Files.exists(file) ? Files.readString(file) : "", actual, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
