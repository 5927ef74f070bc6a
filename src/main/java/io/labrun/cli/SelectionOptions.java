package io.labrun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Options of which of the files are run. */
final class SelectionOptions {
  @Option(
      names = "--tag",
      paramLabel = "TAGS",
      description = "Only scenarios with one of these tags. Several with commas. May be repeated.")
  private List<String> tags = new ArrayList<>();

  @Option(
      names = "--exclude-tag",
      paramLabel = "TAGS",
      description = "No scenarios with one of these tags. As --tag.")
  private List<String> excluded = new ArrayList<>();

  @Option(
      names = "--filter",
      paramLabel = "NAME",
      description =
          "Only scenarios whose name or file has NAME in it; with * or ? in NAME, it must match as a"
              + " whole. May be repeated: one is enough.")
  private List<String> filters = new ArrayList<>();

  @Option(
      names = "--only-failed",
      paramLabel = "REPORT",
      description =
          "Only files that did not pass in an earlier batch, and were not skipped: REPORT is what"
              + " --report json=REPORT wrote.")
  private Path report;

  @Option(
      names = "--shard",
      paramLabel = "PART/PARTS",
      converter = Shard.Converter.class,
      description =
          "Only one part of what is left, such as 2/5 for the second of five: each file is in one of"
              + " them, the same every time.")
  private Shard shard;

  /**
   * Those of the files that are meant.
   *
   * @throws NothingToRunException if none is left
   */
  Selection of(Found found, Console console) {
    if (!isAsked()) {
      return new Selection(found.files(), found.shortly(), "");
    }
    Selector all = new Selector(found, console);
    choose(all);
    return all.chosen();
  }

  private boolean isAsked() {
    return report != null
        || shard != null
        || !(tags.isEmpty() && excluded.isEmpty() && filters.isEmpty());
  }

  private void choose(Selector all) {
    if (report != null) {
      all.onlyFailed(report);
    }
    Set<String> wanted = words(tags);
    if (!wanted.isEmpty()) {
      all.tags(wanted);
    }
    Set<String> unwanted = words(excluded);
    if (!unwanted.isEmpty()) {
      all.withoutTags(unwanted);
    }
    if (!filters.isEmpty()) {
      all.filter(filters);
    }
    if (shard != null) {
      all.shard(shard);
    }
  }

  private static Set<String> words(List<String> given) {
    Set<String> out = new TreeSet<>();
    given.stream()
        .flatMap(words -> Arrays.stream(words.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(out::add);
    if (out.isEmpty() && !given.isEmpty()) {
      throw new UseException("a tag is a word, and here is none");
    }
    return out;
  }
}
