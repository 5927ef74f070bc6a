package io.labrun.report.html;

import io.labrun.scenario.LocalText;

/**
 * A text of a scenario in the reader's language.
 *
 * @param text the text; may be empty
 * @param language its language for the attribute {@code lang}; empty where the author named none
 */
record LocalWords(String text, String language) {

  /** The text that a reader of a language gets. */
  static LocalWords of(LocalText text, String language) {
    return new LocalWords(text.in(language).strip(), text.languageFor(language));
  }

  /** Writes an element with the text in it. */
  void write(Markup out, String element, String... attributes) {
    String[] all = new String[attributes.length + 4];
    System.arraycopy(attributes, 0, all, 0, attributes.length);
    all[attributes.length] = "lang";
    all[attributes.length + 1] = language;
    all[attributes.length + 2] = "dir";
    all[attributes.length + 3] = "auto";
    out.leaf(element, text, all);
  }
}
