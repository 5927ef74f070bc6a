package io.labrun.scenario.spec;

import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads typed values out of a map; what is missing or of another type is empty.
 *
 * @param map the map
 * @param resolver makes text of templates
 */
public record View(Data.Mapping map, TextResolver resolver) {

  /** A scalar as text: numbers and booleans as they were written. */
  public Optional<String> text(String key) {
    return map.get(key).flatMap(this::scalar);
  }

  /** A flag; false where it is missing. */
  public boolean flag(String key) {
    return flag(key, false);
  }

  /** A flag with a value where it is missing. */
  public boolean flag(String key, boolean missing) {
    return text(key).map(Boolean::parseBoolean).orElse(missing);
  }

  /** A whole number, in hexadecimal or octal too; a text that came from a live value counts. */
  public Optional<Long> whole(String key) {
    if (map.get(key).orElse(null) instanceof Data.Num number && number.value() instanceof Long n) {
      return Optional.of(n);
    }
    return text(key).flatMap(Numbers::whole);
  }

  /** A number with a fraction. */
  public Optional<Double> number(String key) {
    return text(key).flatMap(Numbers::fraction);
  }

  /** A duration in Compose's form. */
  public Optional<Duration> duration(String key) {
    return text(key).flatMap(Durations::parse);
  }

  /** A size in bytes, in Compose's form. */
  public Optional<Long> bytes(String key) {
    return text(key).flatMap(Sizes::parse);
  }

  /** A list of texts; one text alone is a list of one. */
  public List<String> texts(String key) {
    return items(key).stream().flatMap(item -> scalar(item).stream()).toList();
  }

  /** The items of a list; anything else but nothing is a list of one. */
  public List<Data> items(String key) {
    Optional<Data> value = map.get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    return value.get() instanceof Data.Seq seq ? seq.items() : List.of(value.get());
  }

  /** A command: a list of words, or a text that is cut into words as a shell would. */
  public Optional<List<String>> words(String key) {
    return map.get(key)
        .map(
            value ->
                value instanceof Data.Seq
                    ? texts(key)
                    : ShellWords.split(scalar(value).orElse("")));
  }

  /**
   * Compose's list-or-map: {@code [A=1, B]} or {@code {A: 1, B: null}}; empty for a key without a
   * value.
   */
  public Map<String, Optional<String>> listOrMap(String key, char separator) {
    Map<String, Optional<String>> out = new LinkedHashMap<>();
    Optional<Data> value = map.get(key);
    if (value.isPresent() && value.get() instanceof Data.Mapping entries) {
      entries.entries().forEach((name, entry) -> out.put(name, scalar(entry.value())));
      return out;
    }
    for (String item : texts(key)) {
      int cut = item.indexOf(separator);
      out.put(
          cut < 0 ? item : item.substring(0, cut),
          cut < 0 ? Optional.empty() : Optional.of(item.substring(cut + 1)));
    }
    return out;
  }

  /** As {@link #listOrMap} with {@code =}, an absent value being the empty text. */
  public Map<String, String> pairs(String key) {
    Map<String, String> out = new LinkedHashMap<>();
    listOrMap(key, '=').forEach((name, value) -> out.put(name, value.orElse("")));
    return out;
  }

  /** The view of a map under a key; of an empty map where there is none. */
  public View view(String key) {
    return new View(
        map.mapping(key).orElseGet(() -> new Data.Mapping(Map.of(), map.spanOfValue(key))),
        resolver);
  }

  /** The views of the maps in a list. */
  public List<View> views(String key) {
    List<View> out = new ArrayList<>();
    for (Data item : items(key)) {
      if (item instanceof Data.Mapping mapping) {
        out.add(new View(mapping, resolver));
      }
    }
    return out;
  }

  /** A scalar as text; empty for null, lists and maps. */
  public Optional<String> scalar(Data value) {
    if (value instanceof Data.Text text) {
      return Optional.of(resolver.resolve(text.template()));
    }
    if (value instanceof Data.Num number) {
      return Optional.of(number.written());
    }
    return value instanceof Data.Bool bool
        ? Optional.of(Boolean.toString(bool.value()))
        : Optional.empty();
  }
}
