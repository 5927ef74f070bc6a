package io.labrun.plan;

import java.util.Random;

/**
 * The name of one run of one scenario.
 *
 * @param scenario the scenario's name
 * @param id four hex digits that tell this run from others
 */
public record RunName(String scenario, String id) {
  /** What the whole name looks like, as a regular expression. */
  public static final String PATTERN = "[a-z0-9][a-z0-9-]{0,40}-[0-9a-f]{4}";

  /** A name with an id drawn from a source of chance. */
  public static RunName draw(String scenario, Random random) {
    return new RunName(scenario, "%04x".formatted(random.nextInt(0x10000)));
  }

  /** Reads {@code scenario-id}; the text must be one. */
  public static RunName parse(String text) {
    int cut = text.lastIndexOf('-');
    return new RunName(text.substring(0, cut), text.substring(cut + 1));
  }

  /** The whole name: {@code scenario-id}. */
  @Override
  public String toString() {
    return scenario + "-" + id;
  }
}
