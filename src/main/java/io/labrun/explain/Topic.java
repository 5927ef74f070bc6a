package io.labrun.explain;

import java.util.List;
import java.util.Optional;

/**
 * A word of the language.
 *
 * @param kind what it is
 * @param home what it belongs to: {@code container} for a container's key, {@code check} for a
 *     check; with a dot and the name it is the qualified name
 * @param name the word itself
 * @param title its title, a few words; may be empty
 * @param description what it is, in sentences, with code between backticks
 * @param form what may stand there, in words; may be empty
 * @param required whether it must be there
 * @param byDefault what holds when it is left out, as YAML
 * @param keys the keys it takes
 * @param fields of a check: the fields of its result
 * @param samples values of it on one line of YAML each
 * @param example the name of the whole scenario that shows it
 */
public record Topic(
    Kind kind,
    String home,
    String name,
    String title,
    String description,
    String form,
    boolean required,
    Optional<String> byDefault,
    List<Topic> keys,
    List<Topic> fields,
    List<String> samples,
    Optional<String> example) {

  /** A topic that is no more than a sentence. */
  public static Topic of(Kind kind, String home, String name, String sentence) {
    return new Topic(
        kind,
        home,
        name,
        "",
        sentence,
        "",
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The name together with what it belongs to: {@code container.networks}. */
  public String qualified() {
    return home + "." + name;
  }

  /** The first sentence of the description. */
  public String sentence() {
    return description.split("(?<=\\.) ", 2)[0];
  }
}
