package io.labrun.scenario;

import java.util.List;

/**
 * A reference to a value that is known only while the scenario runs, such as {@code web.ip} between
 * a dollar's braces.
 *
 * @param root the first word: a container, a network, a captured name, or {@code run}
 * @param path the further words, in order; empty for a captured name
 */
public record LiveRef(String root, List<String> path) {

  /** The reference as it is written between the braces. */
  public static LiveRef parse(String written) {
    List<String> words = List.of(written.split("\\.", -1));
    return new LiveRef(words.get(0), words.subList(1, words.size()));
  }

  /** As it is written between the braces. */
  @Override
  public String toString() {
    return path.isEmpty() ? root : root + "." + String.join(".", path);
  }
}
