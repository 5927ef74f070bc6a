package io.labrun.load.rule;

import io.labrun.scenario.Named;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a student hands in has a place beside the scenario, and something takes it from there. */
final class SubmissionRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    List<Named> submission = draft.scenario().submission();
    if (submission.isEmpty()) {
      return;
    }
    List<LocalPath> named = LocalPath.all(draft);
    Path folder = Beside.of(draft, "").normalize();
    Map<Path, Span> seen = new HashMap<>();
    for (Named item : submission) {
      place(draft, item)
          .or(() -> twice(folder, item, seen))
          .or(() -> draft.damaged().isEmpty() ? unused(folder, item, named) : Optional.empty())
          .ifPresent(report);
    }
  }

  private static Optional<Diagnostic> place(Draft draft, Named item) {
    String written = item.name();
    String name = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    boolean plain = Stream.of(name.split("/", -1)).noneMatch(word -> word.matches("|\\.|\\.\\.|~"));
    if (!plain || !isPath(name)) {
      return Optional.of(
          Diagnostic.at(
                  item.span(),
                  "bad-submission",
                  "`" + written + "` is no place in the scenario's folder")
              .help(
                  "Write it as it lies beside the scenario: `index.html`, or `site/` for a folder."));
    }
    Path own = Beside.of(draft, name);
    if (own.equals(Path.of(draft.scenario().source().name()).toAbsolutePath())) {
      return Optional.of(
          Diagnostic.at(item.span(), "bad-submission", "the scenario itself cannot be handed in"));
    }
    return kind(item, own, written.endsWith("/"));
  }

  /** Whether a text can be the name of something in a folder. */
  static boolean isPath(String name) {
    try {
      return !Path.of(name).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Optional<Diagnostic> kind(Named item, Path own, boolean folder) {
    if (!Files.exists(own) || Files.isDirectory(own) == folder) {
      return Optional.empty();
    }
    String meant = folder ? "without `/` at the end" : "`" + item.name() + "/`";
    return Optional.of(
        Diagnostic.at(
                item.span(),
                "bad-submission",
                "`%s` is a %s here".formatted(item.name(), folder ? "file" : "folder"))
            .label("write it " + meant));
  }

  private static Optional<Diagnostic> twice(Path folder, Named item, Map<Path, Span> seen) {
    Span earlier = seen.putIfAbsent(folder.resolve(item.name()), item.span());
    return Optional.ofNullable(earlier)
        .map(
            span ->
                Diagnostic.at(
                    item.span(), "bad-submission", "`" + item.name() + "` is handed in twice"));
  }

  /** What nothing looks at could be anything, and would still get its points. */
  private static Optional<Diagnostic> unused(Path folder, Named item, List<LocalPath> named) {
    Path own = folder.resolve(item.name());
    boolean used =
        named.stream()
            .map(path -> path.whole(folder))
            .flatMap(Optional::stream)
            .anyMatch(path -> path.startsWith(own) || own.startsWith(path));
    return used
        ? Optional.empty()
        : Optional.of(
            Diagnostic.at(
                    item.span(),
                    "unused-submission",
                    "nothing mounts, builds or reads `" + item.name() + "`")
                .help("Whatever a student hands in there, no assertion could tell."));
  }
}
