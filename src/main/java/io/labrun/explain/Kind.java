package io.labrun.explain;

/** What a word of the language is. */
public enum Kind {
  /** A check of an assertion. */
  CHECK("check", "Checks"),
  /** An action under {@code do}. */
  ACTION("action", "Actions"),
  /** An operator of a matcher. */
  OPERATOR("operator", "Operators"),
  /** A key of the file or of a part of it. */
  KEY("key", "Keys"),
  /** A field of a check's result. */
  FIELD("field", "Fields"),
  /** A value that only the engine knows. */
  LIVE("live value", "Live values"),
  /** Something dangerous that a scenario asks for and a person gives. */
  GRANT("grant", "Grants"),
  /** What labrun tells the shell in the end. */
  STATUS("exit status", "Exit statuses");

  private final String word;
  private final String plural;

  Kind(String word, String plural) {
    this.word = word;
    this.plural = plural;
  }

  /** One of them in a sentence. */
  public String word() {
    return word;
  }

  /** All of them as a heading. */
  public String plural() {
    return plural;
  }
}
