package io.labrun.load.rule;

import io.labrun.files.RealPath;
import io.labrun.scenario.Named;
import io.labrun.scenario.Resource;
import io.labrun.source.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is handed in takes the place of the teacher's own, wherever that is used; it reaches nothing
 * else of theirs, and runs within limits.
 */
final class SubmissionReachRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    List<Named> submission = draft.scenario().submission();
    if (submission.isEmpty()) {
      return;
    }
    Path folder = Beside.of(draft, "").normalize();
    List<LocalPath> all = LocalPath.all(draft);
    all.forEach(path -> reach(folder, path, submission).ifPresent(report));
    all.stream()
        .filter(path -> isEverything(folder, path, all, submission))
        .map(SubmissionReachRule::everything)
        .forEach(report);
    withoutLimits(draft).ifPresent(report);
  }

  private static Optional<Diagnostic> reach(Path folder, LocalPath path, List<Named> submission) {
    Optional<Path> found = path.whole(folder);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    boolean relative = !path.written().matches("[/~].*");
    Path whole = found.get();
    Path end = RealPath.of(whole);
    if (!relative) {
      return end.startsWith(RealPath.of(folder))
          ? Optional.of(absolute(folder, whole, path))
          : Optional.empty();
    }
    if (!whole.startsWith(folder)) {
      return Optional.of(outside(path));
    }
    return submission.stream()
        .filter(item -> SubmissionRule.isPath(item.name()))
        .filter(item -> !whole.startsWith(folder.resolve(item.name()).normalize()))
        .filter(item -> end.startsWith(RealPath.of(folder.resolve(item.name()).normalize())))
        .findFirst()
        .map(item -> link(path, item));
  }

  /** Of a folder to build from, the Dockerfile decides what gets into the image. */
  private static boolean isEverything(
      Path folder, LocalPath path, List<LocalPath> all, List<Named> submission) {
    boolean here = path.whole(folder).filter(folder::equals).isPresent();
    return here
        && (path.use() == LocalPath.Use.MOUNT
            || path.use() == LocalPath.Use.CONTEXT
                && all.stream()
                    .filter(other -> other.use() == LocalPath.Use.DOCKERFILE)
                    .flatMap(other -> other.whole(folder).stream())
                    .anyMatch(file -> isHandedIn(folder, file, submission)));
  }

  private static boolean isHandedIn(Path folder, Path file, List<Named> submission) {
    return submission.stream()
        .map(Named::name)
        .filter(SubmissionRule::isPath)
        .anyMatch(name -> file.startsWith(folder.resolve(name).normalize()));
  }

  private static Diagnostic absolute(Path folder, Path whole, LocalPath path) {
    String relative =
        whole.startsWith(folder) ? "./" + folder.relativize(whole) : "a relative path";
    return Diagnostic.at(
            path.span(),
            "exercise-in-reach",
            "`" + path.written() + "` leads to the exercise's own folder, also when it is graded")
        .label("write " + (whole.startsWith(folder) ? "`" + relative + "`" : relative))
        .help("A submission is graded in a copy, where only relative paths lead to the student's.");
  }

  private static Diagnostic everything(LocalPath path) {
    return Diagnostic.at(
            path.span(),
            "exercise-in-reach",
            "`" + path.written() + "` is the folder with the scenario itself in it")
        .label("what is handed in could read its assertions")
        .help("Give what is built or mounted a folder of its own, as in `./site`.");
  }

  private static Diagnostic outside(LocalPath path) {
    return Diagnostic.at(
            path.span(),
            "outside-exercise",
            "`" + path.written() + "` lies outside of the exercise's folder")
        .help(
            "A submission is graded in a copy of that folder; copy it in, or write a whole path.");
  }

  private static Diagnostic link(LocalPath path, Named item) {
    return Diagnostic.at(
            path.span(),
            "exercise-in-reach",
            "`%s` leads to `%s`, which is handed in".formatted(path.written(), item.name()))
        .label("write `./" + item.name().replaceFirst("/$", "") + "`");
  }

  private static Optional<Diagnostic> withoutLimits(Draft draft) {
    return Stream.concat(
            draft.scenario().hosts().values().stream(),
            draft.scenario().services().values().stream())
        .findFirst()
        .map(SubmissionReachRule::withoutLimits);
  }

  private static Diagnostic withoutLimits(Resource resource) {
    return Diagnostic.at(
            resource.keySpan(),
            "unlimited-submission",
            "a scenario with a `submission` cannot have `hosts` or `services`")
        .help("What a student hands in runs within limits, and these know none.");
  }
}
