package io.labrun.report.html;

import io.labrun.event.FileResult;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the files of a page are called where there is no room for more: as their scenarios, or as
 * the files themselves where that would not tell them apart. Submissions are called as their
 * students are.
 */
final class ShortNames {
  private final boolean grades;
  private final Set<String> shared = new HashSet<>();

  /** Names for the files of a batch, which may be submissions. */
  ShortNames(List<FileResult> files, boolean grades) {
    this.grades = grades;
    Set<String> seen = new HashSet<>();
    files.stream()
        .flatMap(file -> scenario(file).stream())
        .filter(name -> !seen.add(name))
        .forEach(shared::add);
  }

  private static Optional<String> scenario(FileResult file) {
    return file.result().map(result -> result.plan().scenario().name().name());
  }

  /** The name of one of the files. */
  String of(FileResult file) {
    return scenario(file).filter(name -> !isShared(file)).orElse(file.file());
  }

  /** Whether the scenario's name and title do not tell a file from another. */
  boolean isShared(FileResult file) {
    return scenario(file).filter(name -> grades || shared.contains(name)).isPresent();
  }
}
