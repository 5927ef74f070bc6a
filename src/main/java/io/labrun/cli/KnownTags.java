package io.labrun.cli;

import io.labrun.source.DidYouMean;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tags that files have.
 *
 * @param counts how many have each, by name
 */
record KnownTags(Map<String, Integer> counts) {

  /** Those of some files. */
  static KnownTags of(Collection<Candidate> files) {
    Map<String, Integer> counts = new TreeMap<>();
    files.stream()
        .flatMap(one -> one.glance().tags().stream())
        .flatMap(tags -> tags.stream().distinct())
        .forEach(tag -> counts.merge(tag, 1, Integer::sum));
    return new KnownTags(counts);
  }

  /** What to say of tags that no file has, a line each. */
  List<String> unknown(Set<String> tags) {
    return tags.stream().filter(tag -> !counts.containsKey(tag)).map(this::unknown).toList();
  }

  private String unknown(String tag) {
    String meant = DidYouMean.question(tag, counts.keySet());
    return "no scenario has the tag `" + tag + "`" + (meant.isEmpty() ? "" : "; " + meant);
  }

  /** All of them in a line. */
  String words() {
    return counts.isEmpty()
        ? "none of them has a tag"
        : counts.entrySet().stream()
            .map(tag -> tag.getKey() + " (" + tag.getValue() + ")")
            .collect(Collectors.joining(", ", "tags: ", ""));
  }
}
