package io.labrun.own;

/** How the engine itself writes an image's reference. */
final class Spelling {
  private Spelling() {}

  /** Without Docker Hub's own names before it, and with the tag that is meant where none is. */
  static String of(String reference) {
    String name = reference.replaceFirst("^(index\\.)?docker\\.io/", "");
    name = name.replaceFirst("^library/", "");
    boolean tagged = name.indexOf(':', name.lastIndexOf('/') + 1) >= 0;
    return tagged || name.contains("@") ? name : name + ":latest";
  }
}
