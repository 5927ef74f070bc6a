package io.labrun.run.lab;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The ids of what stands of one kind, by key; of a volume its full name.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Ids {
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final Function<String, ProblemException> missing;

  /** Of which nothing stands yet; {@code missing} says that something does not. */
  Ids(Function<String, ProblemException> missing) {
    this.missing = missing;
  }

  /** Something now stands under an id. */
  public void stands(String key, String id) {
    ids.put(key, id);
  }

  /** Something does not stand any more. */
  public void gone(String key) {
    ids.remove(key);
  }

  /** The id of something, if it stands. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(ids.get(key));
  }

  /**
   * The id of something that must stand.
   *
   * @throws ProblemException if it does not, which trying again cannot mend
   */
  public String get(String key) {
    return find(key).orElseThrow(() -> missing.apply(key));
  }

  /** The key of what stands under an id; empty for any other id. */
  Optional<String> keyOf(String id) {
    return ids.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** All that stand now, by key. */
  public Map<String, String> all() {
    return Map.copyOf(ids);
  }
}
