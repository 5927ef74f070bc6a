package io.labrun.lessons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A shipped scenario and what its test is to know of it, from the file of its name among the test
 * resources: either a list of changes, or a map of them and of what this machine lacks.
 *
 * @param file the scenario
 * @param text what stands in it
 * @param engine the engine it runs on
 * @param set values of its variables
 * @param skipped words of the reason with which it may be skipped here; empty if it may not
 * @param changes each takes the cause of a claim away
 */
record Lesson(
    Path file,
    String text,
    EngineKind engine,
    Map<String, String> set,
    Optional<String> skipped,
    List<Change> changes) {

  private static final Pattern SUBNET = Pattern.compile("subnet: ([0-9./]+)");

  /** Which engine a lesson is about. */
  enum EngineKind {
    /** The one of this machine. */
    REAL,
    /** It, calling itself Docker Desktop, which no engine on Linux can be made to be. */
    DESKTOP,
    /** It, with the lesson's own network plugin running beside it. */
    PLUGIN
  }

  /** Reads a scenario's file and that of its changes. */
  static Lesson of(Path file, Path changes) {
    try {
      String text = Files.readString(file);
      LoadSettings settings = LoadSettings.builder().build();
      Object yaml = new Load(settings).loadFromString(Files.readString(changes));
      Map<?, ?> map = yaml instanceof Map<?, ?> whole ? whole : Map.of("changes", yaml);
      return new Lesson(file, text, engine(map), set(map), skipped(map), Change.of(map));
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(changes + ": " + e.getMessage(), e);
    }
  }

  /** The scenario's file without its folder. */
  String name() {
    return file.getFileName().toString();
  }

  /** Whether it has hosts: all that its runs share is what is handed over to them. */
  boolean hasHosts() {
    return text.lines().anyMatch(line -> line.startsWith("hosts:"));
  }

  /** What its runs can't share with each other, nor with those of lessons of the same addresses. */
  String addresses() {
    Matcher subnet = SUBNET.matcher(text);
    return subnet.find() ? subnet.group(1) : name();
  }

  /** The same with another text. */
  Lesson with(String changed) {
    return new Lesson(file, changed, engine, set, skipped, changes);
  }

  private static EngineKind engine(Map<?, ?> map) {
    Object name = map.get("engine");
    return name == null
        ? EngineKind.REAL
        : EngineKind.valueOf(name.toString().toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> set(Map<?, ?> map) {
    return map.get("set") instanceof Map<?, ?> values
        ? values.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().toString(), e -> e.getValue().toString()))
        : Map.of();
  }

  private static Optional<String> skipped(Map<?, ?> map) {
    return Optional.ofNullable(map.get("skipped")).map(Object::toString);
  }
}
