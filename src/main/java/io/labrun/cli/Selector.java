package io.labrun.cli;

import io.labrun.load.Glance;
import io.labrun.source.DidYouMean;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chooses among files, one option after another. A file that cannot be read so far that its tags
 * are known stays: its mistakes are shown then, and nothing is passed over in silence.
 */
final class Selector {
  private static final int MOST_NAMES = 12;
  private static final int MOST_AHEAD = (1 << 20) + 2;

  private record Candidate(Path file, Glance glance) {}

  private final List<String> told;
  private final List<Candidate> all;
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final List<String> help = new ArrayList<>();
  private List<Candidate> left;

  /** All files, with a glance at each. */
  Selector(Found found, Console console) {
    this.told = new ArrayList<>(found.shortly());
    this.all =
        found.files().stream().map(file -> new Candidate(file, glance(file, console))).toList();
    this.left = all;
  }

  /** Standard input can be read once, so what is seen of it is put back. */
  private static Glance glance(Path file, Console console) {
    if (!file.equals(Found.INPUT)) {
      return Glance.at(file);
    }
    InputStream in = console.in();
    if (!in.markSupported()) {
      return Glance.NOTHING;
    }
    try {
      in.mark(MOST_AHEAD);
      Glance glance = Glance.at(in);
      in.reset();
      return glance;
    } catch (IOException e) {
      return Glance.NOTHING;
    }
  }

  /** Keeps what has one of some tags. */
  void tags(Set<String> tags) {
    tellUnknown(tags);
    keep("--tag " + String.join(",", tags), one -> isTagged(one, tags));
  }

  /** Keeps what has none of some tags. */
  void withoutTags(Set<String> tags) {
    tellUnknown(tags);
    keep(
        "--exclude-tag " + String.join(",", tags),
        one -> one.glance().tags().isEmpty() || !isTagged(one, tags));
  }

  private static boolean isTagged(Candidate one, Set<String> tags) {
    return one.glance().tags().isEmpty()
        || one.glance().tags().get().stream().anyMatch(tags::contains);
  }

  private void tellUnknown(Set<String> tags) {
    Map<String, Integer> known = knownTags();
    for (String tag : tags) {
      if (!known.containsKey(tag)) {
        String meant = DidYouMean.question(tag, known.keySet());
        told.add("no scenario has the tag `" + tag + "`" + (meant.isEmpty() ? "" : "; " + meant));
      }
    }
    String list =
        known.entrySet().stream()
            .map(tag -> tag.getKey() + " (" + tag.getValue() + ")")
            .collect(Collectors.joining(", "));
    help.remove("tags: " + list);
    help.add(known.isEmpty() ? "none of them has a tag" : "tags: " + list);
  }

  private Map<String, Integer> knownTags() {
    Map<String, Integer> out = new TreeMap<>();
    all.stream()
        .flatMap(one -> one.glance().tags().stream())
        .flatMap(tags -> tags.stream().distinct())
        .forEach(tag -> out.merge(tag, 1, Integer::sum));
    return out;
  }

  /** Keeps what is called like one of some names. */
  void filter(List<String> names) {
    List<Predicate<String>> wanted = names.stream().map(Selector::matching).toList();
    help.add("names: " + some(left.stream().map(Selector::name).toList()));
    keep(
        "--filter " + String.join(", ", names),
        one -> wanted.stream().anyMatch(name -> isCalled(one, name)));
  }

  private static Predicate<String> matching(String name) {
    return Glob.isOne(name)
        ? text -> Glob.matcher(name).matches(Path.of(text))
        : text -> text.contains(name);
  }

  private static boolean isCalled(Candidate one, Predicate<String> name) {
    return one.glance().name().filter(name).isPresent()
        || name.test(one.file().toString())
        || name.test(one.file().getFileName().toString());
  }

  private static String name(Candidate one) {
    return one.glance().name().orElseGet(() -> one.file().toString());
  }

  private static String some(Collection<String> names) {
    String list = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES
        ? list + " and " + (names.size() - MOST_NAMES) + " more"
        : list;
  }

  /** Keeps what neither passed nor was skipped in an earlier batch. */
  void onlyFailed(Path report) {
    LastBatch last = LastBatch.read(report);
    help.add(last.counts());
    long missing = left.stream().filter(one -> !last.knows(one.file())).count();
    if (missing > 0) {
      told.add(missing + " of " + left.size() + " files are not in " + report + " and not run");
    }
    keep("--only-failed " + report, one -> last.isFailed(one.file()));
  }

  /** Keeps one part of what is left. */
  void shard(Shard shard) {
    help.add("there are " + left.size() + " for " + shard.parts() + " parts");
    List<Candidate> mine = new ArrayList<>();
    for (int index = 0; index < left.size(); index++) {
      if (shard.has(index)) {
        mine.add(left.get(index));
      }
    }
    keep("--shard " + shard, mine);
  }

  private void keep(String option, Predicate<Candidate> wanted) {
    keep(option, left.stream().filter(wanted).toList());
  }

  private void keep(String option, List<Candidate> kept) {
    if (kept.size() < left.size()) {
      leftOut.put(option, left.size() - kept.size());
    }
    left = kept;
  }

  /** What is left, and what was left out. */
  Selection chosen() {
    if (left.isEmpty()) {
      throw new NothingToRunException("no scenario is left to be run: " + leftOut(), help);
    }
    List<Path> files = left.stream().map(Candidate::file).toList();
    return new Selection(files, List.copyOf(told), leftOut.isEmpty() ? "" : leftOut());
  }

  private String leftOut() {
    int sum = leftOut.values().stream().mapToInt(Integer::intValue).sum();
    String first = sum + " of " + all.size() + " left out";
    return leftOut.size() == 1
        ? first + " by " + leftOut.keySet().iterator().next()
        : first
            + ": "
            + leftOut.entrySet().stream()
                .map(one -> one.getValue() + " by " + one.getKey())
                .collect(Collectors.joining(", "));
  }
}
