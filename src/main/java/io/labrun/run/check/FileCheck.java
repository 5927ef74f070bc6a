package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.action.SideBySide;
import io.labrun.run.engine.FileEntry;
import io.labrun.run.engine.FileEntry.Content;
import io.labrun.run.engine.FileEntry.Type;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at a file in containers, through the engine: nothing runs in them. */
final class FileCheck implements Check {
  private static final String EXISTS = "exists";
  private static final List<String> OF_FILES = List.of("size", "content", "sha256");

  @Override
  public String kind() {
    return "file";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    View view = new View(call.arguments(), context.resolver());
    String path = view.text("path").orElseThrow();
    if (!path.startsWith("/")) {
      throw ProblemException.lasting(
          Problem.of("`" + path + "` is no whole path: it does not begin with /"));
    }
    return SideBySide.look(view.texts("container"), key -> look(key, path, context));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.of(Expectations.that(call, EXISTS, Expectations.yes(call)));
  }

  /** None: another container may still write into a volume of one that has ended. */
  @Override
  public List<String> subjects(Call call) {
    return List.of();
  }

  private static Finding look(String key, String path, CheckContext context) {
    boolean content = context.looksAt("content") || context.looksAt("sha256");
    Optional<FileEntry> found = new FileLookup(context, key).find(path, content);
    if (found.flatMap(FileEntry::content).filter(Content::truncated).isPresent()
        && context.looksAt("content")) {
      throw ProblemException.passing(
          Problem.of("%s in `%s` has more than 1 MiB, too much to look at".formatted(path, key))
              .help("compare its `sha256` or its `size`"));
    }
    return new Finding(
        key,
        fields(found),
        path + ": " + found.map(FileCheck::summary).orElse("there is no such file"),
        Optional.empty(),
        false,
        () -> objection(path, key, found, context));
  }

  private static Map<String, Object> fields(Optional<FileEntry> found) {
    Optional<FileEntry> file = found.filter(entry -> entry.type() == Type.FILE);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(EXISTS, found.isPresent());
    fields.put("type", found.map(FileEntry::type).map(FileCheck::word).orElse(null));
    fields.put("mode", found.map(FileCheck::mode).orElse(null));
    fields.put("owner", found.flatMap(FileEntry::owner).orElse(null));
    fields.put("size", file.map(FileEntry::size).orElse(null));
    fields.put("content", file.flatMap(FileEntry::content).map(Content::text).orElse(null));
    fields.put("sha256", file.flatMap(FileEntry::content).map(Content::sha256).orElse(null));
    fields.put("target", found.map(FileEntry::link).filter(to -> !to.isEmpty()).orElse(null));
    return fields;
  }

  private static String summary(FileEntry entry) {
    String target = entry.link().isEmpty() ? "" : " to " + entry.link();
    return word(entry.type())
        + target
        + ", "
        + mode(entry)
        + entry.owner().map(o -> ", " + o).orElse("");
  }

  private static String word(Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String mode(FileEntry entry) {
    return "%04o".formatted(entry.mode());
  }

  /** What is not there, or is no file, has no content either: that says nothing of a content. */
  private static Optional<Problem> objection(
      String path, String key, Optional<FileEntry> found, CheckContext context) {
    if (found.isEmpty() && !context.asksFor(EXISTS)) {
      return Optional.of(
          Problem.of("there is no %s in `%s`, so this proves nothing of it".formatted(path, key))
              .help("if that is what you claim, expect just this: `exists: false`"));
    }
    boolean file = found.isEmpty() || found.get().type() == Type.FILE;
    return OF_FILES.stream()
        .filter(field -> !file && context.asksFor(field))
        .findFirst()
        .map(field -> noFile(path, field, found.get()));
  }

  private static Problem noFile(String path, String field, FileEntry entry) {
    Problem problem =
        Problem.of(
            "%s is a %s, so that it has no `%s` proves nothing"
                .formatted(path, word(entry.type()), field));
    return entry.link().isEmpty() ? problem : problem.help("it points to " + entry.link());
  }
}
