package io.labrun.lessons;

import java.util.List;
import java.util.Map;

/**
 * A change to a scenario that takes the cause of a claim away.
 *
 * @param name what it changes, in words
 * @param edits texts to replace, each standing exactly once
 * @param failed claims that must then be found failed
 * @param error claims that can't be checked any more
 */
record Change(String name, List<Edit> edits, List<String> failed, List<String> error) {

  /** A text and what comes in its place. */
  record Edit(String replace, String with) {}

  /** The changes that a lesson's file lists. */
  static List<Change> of(Map<?, ?> lesson) {
    return ((List<?>) lesson.get("changes")).stream().map(item -> read((Map<?, ?>) item)).toList();
  }

  /** The changed text. */
  String applyTo(String text) {
    String changed = text;
    for (Edit edit : edits) {
      int first = changed.indexOf(edit.replace());
      if (first < 0 || changed.indexOf(edit.replace(), first + 1) >= 0) {
        throw new IllegalArgumentException(name + ": must stand exactly once: " + edit.replace());
      }
      changed = changed.replace(edit.replace(), edit.with());
    }
    return changed;
  }

  private static Change read(Map<?, ?> item) {
    List<Edit> edits =
        ((List<?>) item.get("edits"))
            .stream()
                .map(edit -> (Map<?, ?>) edit)
                .map(e -> new Edit(e.get("replace").toString(), e.get("with").toString()))
                .toList();
    return new Change(
        item.get("change").toString(), edits, names(item, "failed"), names(item, "error"));
  }

  private static List<String> names(Map<?, ?> item, String key) {
    List<?> names = item.get(key) == null ? List.of() : (List<?>) item.get(key);
    return names.stream().map(Object::toString).toList();
  }
}
