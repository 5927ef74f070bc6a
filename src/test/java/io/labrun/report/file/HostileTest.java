package io.labrun.report.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.report.Cut;
import io.labrun.source.Diagnostic;
import io.labrun.source.Printable;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Element;

/** What a scenario or a container sends cannot break out of a report, whatever its form. */
final class HostileTest {
  private static final String LONG = "x".repeat(300_000);
  private static final List<String> TEXTS =
      List.of(
          "\u0000\u0001\u0008",
          "\u001b[2J\u001b]0;mine\u0007",
          "\u009b31m",
          "\ufffe\uffff",
          "half \ud83d and \ude00",
          "whole \ud83d\ude00",
          "]]></failure><testcase name=\"mine\"/>",
          "\"'><&amp;",
          "one\ntwo\r\nthree\rfour",
          "\nok 1 - mine\n",
          "\n1..0 # SKIP mine",
          "mine # SKIP",
          "mine\\# TODO \\",
          "Bail out! mine",
          "  ...\n  ---\n",
          "%0A::error::mine",
          "\n::error title=mine::mine",
          "a,line=1::mine",
          "##[add-mask]mine",
          "=cmd|' /C calc'!A0",
          "+1",
          "＝1",
          "-1",
          "@SUM(A1)",
          "\t=1",
          "\r=1",
          "a;=HYPERLINK(\"x\")",
          "a\n=1",
          "a\",=1",
          "\u202eevil\u2066",
          "\u2028\u2029\u0085",
          "{\"a\": [",
          "");

  static List<String> texts() {
    return Stream.concat(TEXTS.stream(), Stream.of(LONG)).toList();
  }

  private static BatchResult batch(String text) {
    Told told = new Told("calm", "scenarios/calm.yaml");
    Problem why = new Problem(text, List.of(text), List.of(text), Optional.empty());
    Observation.Output output =
        new Observation.Output(List.of(text), Optional.of(1), text, text, false);
    Mismatch wrong = new Mismatch(told.at("hello}"), text, text, text);
    Observation seen = new Observation(text, text, Optional.of(output), List.of(wrong));
    AssertionResult failed =
        Told.result(
            Told.named(told.assertion(0), text), Status.FAILED, 1, List.of(seen), List.of(), why);
    Leftover left = new Leftover(text, text, text);
    ScenarioRun run = ScenarioRun.of(told.result(Outcome.FAILED, why, List.of(left), failed));
    Diagnostic mistake = Diagnostic.of("code", text).label(text).help(text);
    return Rich.of(
        List.of(
            FileResult.of(text, run),
            FileResult.invalid(text, List.of(mistake)),
            FileResult.unrun(text, why)),
        null);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void json_gives_back_what_was_said(String text) throws Exception {
    String report = written(ReportKind.JSON, text);
    assertEquals(List.of(), ReportSchema.mistakes(report));
    JsonNode root = new ObjectMapper().readTree(report);
    String name = root.at("/files/0/runs/0/assertions/0/name").textValue();
    boolean halves = text.startsWith("half");
    assertEquals(halves ? "half \ufffd and \ufffd" : text, name);
    assertEquals(3, root.get("files").size());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void junit_stays_well_formed_and_gets_no_further_cases(String text) {
    String report = written(ReportKind.JUNIT, text);
    List<Element> cases = JUnitSchema.all(JUnitSchema.valid(report), "testcase");
    assertEquals(5, cases.size(), report);
    assertEquals(Reason.line(text), cases.get(2).getAttribute("name"), report);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void tap_gets_no_further_points_directives_or_bail_outs(String text) {
    String report = written(ReportKind.TAP, text);
    List<String> lines = report.lines().toList();
    assertEquals(3, lines.stream().filter(line -> line.matches("(not )?ok .*")).count(), report);
    assertEquals(5, lines.stream().filter(line -> line.matches(" {4}not ok .*")).count(), report);
    assertFalse(report.contains("\nok "), report);
    lines.stream().filter(line -> line.matches(" *(not )?ok .*")).forEach(HostileTest::noDirective);
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("Bail out!")), report);
    blocks(lines).forEach(block -> new Load(LoadSettings.builder().build()).loadFromString(block));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_reason_to_skip_or_to_stop_breaks_out_of_nothing(String text) {
    Problem why = Problem.of(text);
    Told told = new Told("calm", "scenarios/calm.yaml");
    FileResult lacks =
        FileResult.of("a.yaml", ScenarioRun.of(told.result(Outcome.SKIPPED, why, List.of())));
    AssertionResult blocked = AssertionResult.untried(told.assertion(0), Status.BLOCKED, why);
    FileResult waits =
        FileResult.of(
            "b.yaml", ScenarioRun.of(told.result(Outcome.ERROR, why, List.of(), blocked)));
    BatchResult batch = Rich.of(List.of(lacks, waits), text);
    List<String> tap = checked(ReportKind.TAP, batch).lines().toList();
    assertEquals(1, tap.stream().filter(line -> line.startsWith("Bail out! ")).count());
    tap.stream()
        .filter(line -> line.contains(" # SKIP "))
        .peek(line -> noDirective(line.replaceFirst(" # SKIP ", " ")))
        .reduce((one, other) -> one.startsWith(" ") ? one : other)
        .orElseThrow();
    noDirective(tap.get(tap.size() - 1));
    List<String> github = checked(ReportKind.GITHUB, batch).lines().toList();
    assertEquals(Printable.lines(Cut.at(text, 2_000)), data(github.get(github.size() - 1)));
    assertEquals(5, checked(ReportKind.CSV, batch).split("\r\n").length);
    JUnitSchema.valid(checked(ReportKind.JUNIT, batch));
    assertEquals(List.of(), ReportSchema.mistakes(checked(ReportKind.JSON, batch)));
  }

  /** TAP 14: what follows an unescaped # is a directive; only # and the backslash are escaped. */
  private static void noDirective(String line) {
    for (int i = 0; i < line.length(); i++) {
      assertFalse(line.charAt(i) == '#', line);
      if (line.charAt(i) == '\\') {
        i++;
        assertTrue(i < line.length() && "#\\".indexOf(line.charAt(i)) >= 0, line);
      }
    }
  }

  private static List<String> blocks(List<String> lines) {
    List<String> out = new ArrayList<>();
    StringBuilder block = null;
    for (String line : lines) {
      if (line.strip().equals("---")) {
        block = new StringBuilder();
      } else if (line.strip().equals("...")) {
        out.add(block.toString());
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    assertFalse(out.isEmpty());
    return out;
  }

  @ParameterizedTest
  @MethodSource("texts")
  void github_gets_no_further_commands(String text) {
    List<String> lines = written(ReportKind.GITHUB, text).lines().toList();
    assertEquals(5, lines.size(), lines.toString());
    String property = "(file|line|col|title)=[^:,]*";
    String command = "::error " + property + "(," + property + ")*::.*";
    lines.forEach(line -> assertTrue(line.matches(command), line));
    lines.forEach(line -> assertFalse(line.replaceAll("%(0A|25|3A|2C)", "").contains("%"), line));
    String head = lines.get(2).substring(0, lines.get(2).indexOf("::", 2));
    String title = head.substring(head.indexOf("title=") + 6);
    assertEquals(
        Reason.line("calm: " + text),
        meant(title.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n")));
    assertEquals(Printable.lines(Cut.at(text, 2_000)), data(lines.get(0)).subList(0, size(text)));
  }

  private static int size(String text) {
    return Printable.lines(Cut.at(text, 2_000)).size();
  }

  /** The lines of a command's message as GitHub reads them. */
  private static List<String> data(String command) {
    String data = command.substring(command.indexOf("::", 2) + 2);
    return data.isEmpty()
        ? List.of()
        : Stream.of(data.split("%0A", -1)).map(HostileTest::meant).toList();
  }

  private static String meant(String escaped) {
    return escaped.replace("%25", "%");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void csv_gets_no_formulas_and_no_further_rows_or_cells(String text) {
    String report = written(ReportKind.CSV, text).substring(1);
    String[] rows = report.split("\r\n");
    assertEquals(6, rows.length, report);
    for (String row : rows) {
      List<String> cells = cells(row);
      assertEquals(7, cells.size(), row);
      for (String cell : cells) {
        assertFalse(cell.matches("(?s)\\s*[=+\\-@＝].*"), cell);
        assertFalse(cell.matches("(?s).*[;|]\\s*[=+\\-@＝].*"), cell);
      }
    }
  }

  /** The cells of a row as RFC 4180 has them. */
  private static List<String> cells(String row) {
    List<String> out = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        out.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    out.add(cell.toString());
    return out;
  }

  @Test
  void what_is_very_long_is_cut_with_a_note() {
    EnumSet<ReportKind> ofThisPackage = EnumSet.complementOf(EnumSet.of(ReportKind.HTML));
    for (ReportKind kind : ofThisPackage) {
      String report = written(kind, LONG);
      assertTrue(report.length() < 10_000_000, kind + ": " + report.length());
      assertTrue(report.matches("(?s).*more (characters|lines) left out.*"), kind.word());
    }
  }

  /** Also looks that nothing in it moves a terminal, reorders it, or is no Unicode. */
  private static String written(ReportKind kind, String text) {
    return checked(kind, batch(text));
  }

  private static String checked(ReportKind kind, BatchResult batch) {
    String report = Written.as(kind, batch);
    report
        .codePoints()
        .filter(point -> point != '\n' && point != '\r')
        .filter(point -> Printable.isUnsafe(point))
        .forEach(point -> assertEquals("", Integer.toHexString(point), kind.word()));
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(report));
    } catch (CharacterCodingException e) {
      throw new AssertionError(kind.word(), e);
    }
    return report;
  }
}
