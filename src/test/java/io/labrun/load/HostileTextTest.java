package io.labrun.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.load.vars.Given;
import io.labrun.source.Diagnostic;
import io.labrun.source.DiagnosticText;
import io.labrun.source.SourceText;
import io.labrun.source.Theme;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are no scenarios, by accident or by malice: a message each, never an exception. */
final class HostileTextTest {
  private static final ScenarioLoader LOADER = new ScenarioLoader();
  private static final int MANY = 100_000;

  @TempDir Path folder;

  /** A text, and the code of a mistake that must be found in it. */
  record Case(String name, String text, String code) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case("nested lists", "x: " + "[".repeat(MANY), "too-deep"),
        new Case("nested maps", "x: " + "{a: ".repeat(MANY), "too-deep"),
        new Case("nested items", "- ".repeat(MANY), "too-deep"),
        new Case("nested keys", "? ".repeat(MANY), "bad-key"),
        new Case("long list", "name: x\nx-a: [" + "1, ".repeat(MANY) + "1]\n", "too-large"),
        new Case("alias bomb", bomb(), "too-large"),
        new Case("merge bomb", mergeBomb(), "too-large"),
        new Case("long name", "name: " + "a".repeat(1_000_000), "bad-format"),
        new Case("long key", "name: x\n? " + "k".repeat(900_000) + "\n: 1\n", "unknown-key"),
        new Case("long quoted key", "\"" + "k".repeat(900_000) + "\": 1\n", "bad-colon"),
        new Case("duration", web("stop_grace_period: " + "1s".repeat(MANY)), "bad-format"),
        new Case("address", web("dns: \"" + ":".repeat(MANY) + "\""), "bad-format"),
        new Case(
            "image", "name: a\ncontainers: {b: {image: " + "a.".repeat(MANY) + "a}}", "bad-format"),
        new Case("expression", "name: x\n" + matching("(".repeat(MANY)), "bad-format"),
        new Case("nested defaults", "vars: {a: ''}\n" + web(nested("a")), "bad-variable"),
        new Case("nested undeclared", web(nested("b")), "undeclared-variable"),
        new Case("undeclared", web("command: " + "${a} ".repeat(MANY)), "undeclared-variable"),
        new Case("open braces", web("command: " + "${".repeat(MANY)), "bad-variable"),
        new Case("unknown keys", "name: x\n" + keys(19_000) + "\n", "too-many"),
        new Case(
            "keys on one line", "{name: x, " + keys(19_000).replace('\n', ',') + "}\n", "too-many"),
        new Case(
            "many networks", "name: x\nnetworks: {" + networks() + "}\n", "overlapping-subnets"),
        new Case("one comment", "#".repeat(1_000_000), "empty"),
        new Case("empty lines", "\n".repeat(1_000_000), "empty"));
  }

  private static String web(String line) {
    return "name: lab\ncontainers:\n  web:\n    image: busybox\n    " + line + "\n";
  }

  private static String nested(String variable) {
    return "command: " + ("${" + variable + ":-").repeat(MANY) + "}".repeat(MANY);
  }

  private static String matching(String regex) {
    return "assertions: [{name: a, exec: {}, expect: {stdout: {matches: '" + regex + "'}}}]\n";
  }

  private static String bomb() {
    StringBuilder out = new StringBuilder("name: x\nx-a0: &a0 [1, 2]\n");
    for (int i = 1; i < 30; i++) {
      String all = ("*a" + (i - 1) + ", ").repeat(10);
      out.append("x-a%1$d: &a%1$d [%2$s]\n".formatted(i, all));
    }
    return out.toString();
  }

  private static String mergeBomb() {
    StringBuilder out = new StringBuilder("name: x\nx-a0: &a0 {k: v}\n");
    for (int i = 1; i < 90; i++) {
      out.append("x-a%1$d: &a%1$d {a: *a%2$d, b: *a%2$d, <<: *a%2$d}\n".formatted(i, i - 1));
    }
    return out.toString();
  }

  private static String keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> "q" + i + ": 1\n").collect(Collectors.joining());
  }

  private static String networks() {
    return IntStream.range(0, 2_500)
        .mapToObj(
            i -> "n%d: {ipam: {config: [{subnet: 10.%d.%d.0/23}]}}".formatted(i, i / 256, i % 256))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void is_refused_in_words(Case it) {
    LoadResult result = LOADER.load(new SourceText("x.yaml", it.text()), Given.NOTHING);
    assertTrue(result.scenario().isEmpty());
    List<String> codes = result.diagnostics().stream().map(Diagnostic::code).toList();
    assertTrue(codes.contains(it.code()), codes::toString);
    DiagnosticText writer = new DiagnosticText(Theme.PLAIN);
    result.diagnostics().forEach(diagnostic -> assertFalse(writer.render(diagnostic).isEmpty()));
  }

  @Test
  void fifty_megabytes_are_not_read() throws IOException {
    Path file = folder.resolve("big.yaml");
    try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
      big.setLength(50L << 20);
    }
    assertEquals("large-file", only(load(file)).code());
  }

  @Test
  void a_folder_is_no_file() {
    assertEquals("not-a-file", only(load(folder)).code());
  }

  @Test
  void a_missing_file_is_named() {
    Diagnostic missing = only(load(folder.resolve("nowhere.yaml")));
    assertEquals("no-file", missing.code());
    assertTrue(missing.message().contains("nowhere.yaml"));
    assertTrue(missing.span().isEmpty());
  }

  @Test
  void the_first_bad_byte_is_shown() throws IOException {
    byte[] bytes = "name: lab\ntitle: Gr\u00fc\u00dfe x\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xE4;
    Diagnostic bad = only(load(write(bytes)));
    assertEquals("not-utf-8", bad.code());
    assertTrue(bad.message().contains("0xe4"));
    assertEquals(2, bad.span().orElseThrow().line());
    assertEquals(14, bad.span().orElseThrow().column());
  }

  @Test
  void a_cut_off_character_is_shown() throws IOException {
    byte[] bytes = {'n', 'a', 'm', 'e', ':', ' ', 'x', (byte) 0xC3};
    assertEquals("not-utf-8", only(load(write(bytes))).code());
  }

  @Test
  void utf_16_is_named() throws IOException {
    assertEquals(
        "not-utf-8", only(load(write("name: x".getBytes(StandardCharsets.UTF_16)))).code());
  }

  @Test
  void a_byte_order_mark_does_not_count() throws IOException {
    LoadResult result = load(write("\uFEFFnmae: x\n".getBytes(StandardCharsets.UTF_8)));
    assertEquals(1, only(result).span().orElseThrow().column());
    assertEquals("unknown-key", only(result).code());
  }

  @Test
  void control_characters_are_shown() throws IOException {
    Diagnostic nul = only(load(write("name: x\0y\n".getBytes(StandardCharsets.UTF_8))));
    assertEquals("bad-character", nul.code());
    assertEquals(8, nul.span().orElseThrow().column());
    Diagnostic escape = only(load(write("name: \u001b[2J\n".getBytes(StandardCharsets.UTF_8))));
    assertEquals("bad-character", escape.code());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file.yaml"), bytes);
  }

  private static LoadResult load(Path file) {
    return LOADER.load(file, Given.NOTHING);
  }

  private static Diagnostic only(LoadResult result) {
    assertTrue(result.scenario().isEmpty());
    assertEquals(1, result.diagnostics().size(), result.diagnostics()::toString);
    return result.diagnostics().get(0);
  }
}
