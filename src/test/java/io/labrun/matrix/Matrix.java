package io.labrun.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What is known of each scenario on each engine: {@code matrix.yaml} among the test resources.
 *
 * @param engines by name
 * @param packages of Debian that each folder of programs holds, by the folder's name, a release
 * @param quick the scenarios that are looked at every time
 * @param cells by scenario and engine: words of which one must stand in the verdict
 */
record Matrix(
    Map<String, Engine> engines,
    Map<String, List<String>> packages,
    Set<String> quick,
    Map<String, Map<String, List<String>>> cells) {
  static final Path FOLDER = Path.of("src/test/resources/matrix");

  /**
   * An engine.
   *
   * @param title for readers
   * @param root the name of the folder that has its programs
   */
  record Engine(String title, String root) {}

  static Matrix read() {
    try {
      String text = Files.readString(FOLDER.resolve("matrix.yaml"));
      Map<?, ?> yaml = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
      Map<String, Engine> engines = new LinkedHashMap<>();
      map(yaml, "engines").forEach((name, engine) -> engines.put(name.toString(), engine(engine)));
      Map<String, List<String>> packages = new LinkedHashMap<>();
      map(yaml, "roots")
          .forEach((root, own) -> packages.put(root.toString(), both(yaml.get("packages"), own)));
      Map<String, Map<String, List<String>>> cells = new LinkedHashMap<>();
      map(yaml, "scenarios")
          .forEach((name, row) -> cells.put(name.toString(), row(row, engines.keySet())));
      return new Matrix(engines, packages, Set.copyOf(texts(yaml.get("quick"))), cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<?, ?> map(Map<?, ?> yaml, String key) {
    return (Map<?, ?>) yaml.get(key);
  }

  private static Engine engine(Object yaml) {
    Map<?, ?> map = (Map<?, ?>) yaml;
    return new Engine(map.get("title").toString(), map.get("root").toString());
  }

  private static List<String> both(Object some, Object others) {
    List<String> out = new ArrayList<>(texts(some));
    out.addAll(texts(others));
    return out;
  }

  private static List<String> texts(Object yaml) {
    return yaml instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of(yaml.toString());
  }

  private static Map<String, List<String>> row(Object yaml, Set<String> engines) {
    Map<String, List<String>> out = new LinkedHashMap<>();
    for (String engine : engines) {
      out.put(engine, texts(yaml instanceof Map<?, ?> map ? map.get(engine) : yaml));
    }
    return out;
  }

  /** The table for the README: each scenario in words of its own, which the machine may vary. */
  List<String> table() {
    List<String> out = new ArrayList<>();
    List<String> titles = engines.values().stream().map(Engine::title).toList();
    out.add("| scenario | " + String.join(" | ", titles) + " |");
    out.add("| --- |" + " --- |".repeat(titles.size()));
    cells.forEach(
        (scenario, row) -> {
          if (Files.exists(Path.of("scenarios", scenario + ".yaml"))) {
            out.add("| `" + scenario + "` | " + String.join(" | ", cells(row)) + " |");
          }
        });
    return out;
  }

  private static List<String> cells(Map<String, List<String>> row) {
    return row.values().stream()
        .map(words -> words.get(words.size() - 1))
        .map(word -> word.equals("passed") ? "passes" : "skipped: " + word)
        .toList();
  }
}
