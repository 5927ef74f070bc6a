package io.labrun.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Whole small scenarios that come with the program: each passes on a usual engine. */
public final class Examples {
  private Examples() {}

  /**
   * The text of the example that the schema names.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static String read(String name) {
    try (InputStream in = Examples.class.getResourceAsStream("/examples/" + name + ".yaml")) {
      if (in == null) {
        throw new IllegalArgumentException("no example: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
