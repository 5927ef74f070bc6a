package io.labrun.run.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks into the engine's JSON; what is missing or {@code null} is empty.
 *
 * @param value a map, a list, a text, a number, a boolean or null
 */
public record Tree(Object value) {

  /** The value under keys, one inside the other. */
  public Optional<Object> at(String... keys) {
    Object here = value;
    for (String key : keys) {
      here = here instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return Optional.ofNullable(here);
  }

  /** A value as text; empty for an empty text too, which is how the engine says nothing. */
  public Optional<String> text(String... keys) {
    return at(keys).map(Object::toString).filter(text -> !text.isEmpty());
  }

  /** A whole number; 0 where there is none. */
  public long whole(String... keys) {
    return at(keys).map(v -> v instanceof Number number ? number.longValue() : 0L).orElse(0L);
  }

  /** Whether a value is true. */
  public boolean flag(String... keys) {
    return at(keys).filter(Boolean.TRUE::equals).isPresent();
  }

  /** The items of a list. */
  public List<Tree> items(String... keys) {
    Object list = at(keys).orElse(List.of());
    return list instanceof List<?> items ? items.stream().map(Tree::new).toList() : List.of();
  }
}
