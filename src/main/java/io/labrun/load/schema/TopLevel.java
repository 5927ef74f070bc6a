package io.labrun.load.schema;

import io.labrun.source.DidYouMean;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by the keys at the top of a YAML file whether it is meant as a scenario.
 *
 * <p>Networks, volumes, services and a name are Compose's words too, so they prove nothing. What is
 * written for labrun and has one mistake still has one of these signs:
 *
 * <ul>
 *   <li>a key that only scenarios have, also misspelt;
 *   <li>a name, and no key that is not a scenario's own, or like one of them;
 *   <li>a name, something that is made, and a key that neither labrun nor Compose knows: what
 *       should be {@code assertions}, perhaps.
 * </ul>
 */
public final class TopLevel {
  /** Keys that only scenarios have. */
  public static final List<String> OWN = List.of("assertions", "containers", "submission");

  /** All keys of a scenario. */
  static final List<String> ALL =
      List.of(
          "name",
          "title",
          "description",
          "tags",
          "requires",
          "vars",
          "defaults",
          "hosts",
          "networks",
          "volumes",
          "containers",
          "services",
          "assertions",
          "submission");

  private static final Set<String> MADE = Set.of("hosts", "networks", "volumes", "services");
  private static final Set<String> COMPOSE =
      Set.of(
          "version",
          "name",
          "include",
          "services",
          "networks",
          "volumes",
          "configs",
          "secrets",
          "models");

  private TopLevel() {}

  /** Whether the keys are those of a scenario, be it one with mistakes. */
  public static boolean isScenario(Collection<String> keys) {
    if (keys.stream().anyMatch(TopLevel::isOwn)) {
      return true;
    }
    List<String> open = keys.stream().filter(key -> !key.startsWith("x-")).toList();
    if (!open.contains("name") || COMPOSE.containsAll(open) && open.contains("services")) {
      return false;
    }
    boolean makes = open.stream().anyMatch(MADE::contains);
    return open.stream().allMatch(key -> meant(key).isPresent())
        || makes && open.stream().anyMatch(key -> !ALL.contains(key) && !COMPOSE.contains(key));
  }

  /** Whether a key is one that only scenarios have, also misspelt. */
  private static boolean isOwn(String key) {
    return DidYouMean.nearest(key, OWN).isPresent();
  }

  private static Optional<String> meant(String key) {
    return DidYouMean.nearest(key, ALL).or(() -> Synonyms.of("scenarios", key));
  }
}
