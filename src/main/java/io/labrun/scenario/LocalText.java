package io.labrun.scenario;

import java.util.Map;

/**
 * A text for readers, in one language or several.
 *
 * @param byLanguage texts by language code ({@code en}, {@code ru}); the key {@code ""} holds a
 *     text that was given without a language; empty when nothing was said
 */
public record LocalText(Map<String, String> byLanguage) {
  /** Nothing said. */
  public static final LocalText NONE = new LocalText(Map.of());

  /** A text without a language. */
  public static LocalText of(String text) {
    return new LocalText(Map.of("", text));
  }

  /** Whether nothing was said. */
  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /** The text in a language, else in English, else in any; empty text when nothing was said. */
  public String in(String language) {
    return byLanguage.getOrDefault(languageFor(language), "");
  }

  /** The language of the text that {@link #in} gives; empty where it was given without one. */
  public String languageFor(String language) {
    for (String key : new String[] {language, "", "en"}) {
      if (byLanguage.containsKey(key)) {
        return key;
      }
    }
    return byLanguage.keySet().stream().findFirst().orElse("");
  }
}
