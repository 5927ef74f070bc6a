package io.labrun.cli;

import io.labrun.report.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Chooses among files, one option after another. A file that cannot be read so far that its tags
 * are known stays: its mistakes are shown then, and nothing is passed over in silence.
 */
final class Selector {
  private static final int MOST_NAMES = 12;

  private final List<String> told;
  private final List<Candidate> all;
  private final LeftOut leftOut = new LeftOut();
  private final List<String> help = new ArrayList<>();
  private List<Candidate> left;

  /** All files, with a glance at each. */
  Selector(Found found, Console console) {
    this.told = new ArrayList<>(found.shortly());
    this.all = found.files().stream().map(file -> Candidate.of(file, console)).toList();
    this.left = all;
  }

  /** Keeps what has one of some tags. */
  void tags(Set<String> tags) {
    tell(tags);
    keep("--tag " + String.join(",", tags), one -> !one.hasKnownTags() || one.hasOneOf(tags));
  }

  /** Keeps what has none of some tags. */
  void withoutTags(Set<String> tags) {
    tell(tags);
    keep("--exclude-tag " + String.join(",", tags), one -> !one.hasOneOf(tags));
  }

  private void tell(Set<String> tags) {
    KnownTags known = KnownTags.of(all);
    told.addAll(known.unknown(tags));
    help.remove(known.words());
    help.add(known.words());
  }

  /** Keeps what is called like one of some names. */
  void filter(List<String> names) {
    List<Predicate<String>> wanted = names.stream().map(Selector::matching).toList();
    help.add("names: " + some(left.stream().map(Candidate::name).toList()));
    keep("--filter " + String.join(", ", names), one -> wanted.stream().anyMatch(one::isCalled));
  }

  private static Predicate<String> matching(String name) {
    return Glob.isOne(name) ? Glob.text(name) : text -> text.contains(name);
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
      String line = missing + " of " + left.size() + " files are not in " + report + " and not run";
      told.add(line);
      help.add(line);
    }
    keep("--only-failed " + report, one -> last.isFailed(one.file()));
  }

  private String parts(Shard shard) {
    int last = Math.min(left.size(), shard.parts());
    return Words.count(left.size(), "file")
        + " to share out: the last part with one is "
        + new Shard(last, shard.parts());
  }

  /** Keeps one part of what is left. */
  void shard(Shard shard) {
    if (!left.isEmpty()) {
      help.add(parts(shard));
    }
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
    leftOut.add(option, left.size() - kept.size());
    left = kept;
  }

  /** What is left, and what was left out. */
  Selection chosen() {
    String without = leftOut.words(all.size());
    if (left.isEmpty()) {
      throw new NothingToRunException("no scenario is left to be run: " + without, help);
    }
    List<Path> files = left.stream().map(Candidate::file).toList();
    return new Selection(files, List.copyOf(told), without);
  }
}
