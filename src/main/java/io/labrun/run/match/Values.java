package io.labrun.run.match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain Java values: what lies inside them, and when two are equal. */
public final class Values {
  private static final Pattern ITEM =
      Pattern.compile("(?:\\[(\\d{1,9})]|(\\d{1,9})(?=$|[.\\[]))\\.?(.*)");

  private Values() {}

  /**
   * The value at a path such as {@code json.items[2].id} or {@code json.items.2.id}; keys that
   * contain dots themselves, as labels do, are found too.
   *
   * @param path empty for the value itself
   * @return empty if there is none, or it is null
   */
  public static Optional<Object> at(Object value, String path) {
    if (path.isEmpty()) {
      return Optional.ofNullable(value);
    }
    if (value instanceof List<?> list) {
      return inList(list, path);
    }
    return value instanceof Map<?, ?> map ? inMap(map, path) : Optional.empty();
  }

  private static Optional<Object> inList(List<?> list, String path) {
    Matcher item = ITEM.matcher(path);
    if (!item.matches()) {
      return Optional.empty();
    }
    int index = Integer.parseInt(Optional.ofNullable(item.group(1)).orElse(item.group(2)));
    return index < list.size() ? at(list.get(index), item.group(3)) : Optional.empty();
  }

  private static Optional<Object> inMap(Map<?, ?> map, String path) {
    for (int end = path.length(); end > 0; end = lastCut(path, end)) {
      String key = path.substring(0, end);
      if (map.containsKey(key)) {
        String rest = path.substring(end);
        Optional<Object> found = at(map.get(key), rest.startsWith(".") ? rest.substring(1) : rest);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The next shorter stretch that ends before a dot or a bracket; 0 if there is none. */
  private static int lastCut(String path, int end) {
    return Math.max(0, Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1)));
  }

  /** Whether two values are the same: numbers by value, texts without a trailing newline. */
  public static boolean equal(Object one, Object other) {
    return Equality.deep(one, other);
  }
}
