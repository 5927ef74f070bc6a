package io.labrun.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The scenario that a new one begins as: it passes, and shows the language. */
public final class Starter {
  private static final String NAME = "name: starter";
  private static final String MODELINE = "# yaml-language-server: $schema=";

  private Starter() {}

  /**
   * Its text.
   *
   * @param name the name of the new scenario
   * @param language in which it speaks; English where there is none in that language
   * @param schema where the schema lies, for editors that complete and explain; may be empty
   */
  public static String text(String name, String language, Optional<Path> schema) {
    String modeline =
        schema.map(file -> MODELINE + file.toAbsolutePath().toUri() + "\n").orElse("");
    return modeline + read(language).replaceFirst(NAME, "name: " + name);
  }

  private static String read(String language) {
    String place = "/starter/%s.yaml";
    try (InputStream own = Starter.class.getResourceAsStream(place.formatted(language));
        InputStream english = Starter.class.getResourceAsStream(place.formatted("en"))) {
      InputStream in = own == null ? english : own;
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
