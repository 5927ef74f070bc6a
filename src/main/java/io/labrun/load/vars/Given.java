package io.labrun.load.vars;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a person gives besides the file.
 *
 * @param set values of {@code --set name=value}, by name
 * @param environment looks a variable of the environment up
 */
public record Given(Map<String, String> set, Function<String, Optional<String>> environment) {
  /** Nothing given. */
  public static final Given NOTHING = new Given(Map.of(), name -> Optional.empty());

  /** Values of {@code --set}, and the environment of this process. */
  public static Given of(Map<String, String> set) {
    return new Given(set, name -> Optional.ofNullable(System.getenv(name)));
  }
}
