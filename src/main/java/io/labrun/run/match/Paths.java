package io.labrun.run.match;

/** Paths of fields as readers see them: {@code json.items[2].name}. */
final class Paths {
  private Paths() {}

  static String field(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static String item(String path, int index) {
    return path + "[" + index + "]";
  }
}
