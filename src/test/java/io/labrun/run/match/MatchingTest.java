package io.labrun.run.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Mismatch;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.TextResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every operator, holding and not holding; with {@code -Dgolden.update=true} the file is written
 * anew, and the test still fails, so that nobody blesses what they have not read.
 */
final class MatchingTest {
  private static final Path CASES = Path.of("src/test/resources/match/cases.txt");
  private static final TextResolver LIVE =
      template -> template.asWritten().replace("${web.ports.80}", "49153").replace("${empty}", "");

  @Test
  void every_case_is_judged_as_written() throws IOException {
    String wanted = Files.readString(CASES);
    String found = Stream.of(wanted.split("(?m)^(?=== )")).map(this::judged).collect(joined());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(CASES, found);
    }
    assertEquals(wanted, found);
  }

  @Test
  void every_operator_has_a_case() throws IOException {
    String cases = Files.readString(CASES);
    Set<String> missing =
        Stream.of(Operator.values())
            .map(Operator::word)
            .filter(word -> !cases.contains("{\"" + word + "\":"))
            .collect(Collectors.toSet());
    assertEquals(Set.of(), missing);
  }

  @Test
  void the_operators_are_those_of_the_schema() throws Exception {
    Object schema = JsonText.parse(Files.readString(Path.of("schema/scenario.schema.json")));
    Object words = new Tree(schema).at("$defs", "operator", "enum").get();
    assertEquals(
        Set.copyOf((List<?>) words),
        Stream.of(Operator.values()).map(Operator::word).collect(Collectors.toSet()));
  }

  @Test
  void the_types_are_those_of_the_schema() throws Exception {
    Object schema = JsonText.parse(Files.readString(Path.of("schema/scenario.schema.json")));
    Object words = new Tree(schema).at("$defs", "operators", "properties", "type", "enum").get();
    assertEquals(
        Set.copyOf((List<?>) words),
        Stream.of(ValueType.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }

  @Test
  void an_expression_that_takes_too_long_is_a_problem_and_no_verdict() {
    String evil = "{\"stdout\": {\"not\": {\"matches\": \"(.*a){12}b\"}}}";
    ProblemException problem =
        assertThrows(
            ProblemException.class, () -> match(evil, "{\"stdout\": \"" + "a".repeat(80) + "c\"}"));
    assertTrue(problem.getMessage().contains("takes too long"));
    assertEquals("\"(.*a){12}b\"", problem.problem().span().get().text());
  }

  @Test
  void an_expression_that_needs_too_much_stack_is_a_problem() {
    String evil = "{\"stdout\": {\"matches\": \"^(a|b)*c\"}}";
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> match(evil, "{\"stdout\": \"" + "ab".repeat(200_000) + "\"}"));
    assertTrue(problem.getMessage().contains("takes too long"));
  }

  @Test
  void a_wrong_expression_is_a_problem() {
    assertThrows(
        ProblemException.class, () -> match("{\"a\": {\"matches\": \"(\"}}", "{\"a\": \"x\"}"));
  }

  @Test
  void json_nested_too_deeply_is_no_json() {
    String deep = "{\"body\": \"" + "[".repeat(5_000) + "\"}";
    assertEquals(1, match("{\"body\": {\"json\": []}}", deep).size());
  }

  private static List<Mismatch> match(String expected, String actual) {
    return Matching.match(Written.data(expected), plain(actual), LIVE);
  }

  private static Object plain(String json) {
    try {
      return JsonText.parse(json);
    } catch (JsonText.NoJsonException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private String judged(String block) {
    if (!block.startsWith("== ")) {
      return block;
    }
    List<String> lines = new ArrayList<>(block.lines().limit(3).toList());
    List<Mismatch> mismatches = match(lines.get(1), lines.get(2));
    if (mismatches.isEmpty()) {
      lines.add("holds");
    }
    mismatches.forEach(mismatch -> lines.add(shown(mismatch)));
    return String.join("\n", lines) + "\n\n";
  }

  private static String shown(Mismatch mismatch) {
    return "%s | %s | %s | %s"
        .formatted(mismatch.span().text(), mismatch.path(), mismatch.expected(), mismatch.found())
        .replace("\n", "\\n");
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining();
  }
}
