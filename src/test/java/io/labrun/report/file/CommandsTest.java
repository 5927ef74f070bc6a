package io.labrun.report.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.report.EngineWay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands in a report are for the engine of the run, with what the scenario was told. */
final class CommandsTest {
  private static final ReportHead HEAD =
      new ReportHead("1.2.3", "en")
          .given(List.of("--set", "page=mine"))
          .on(
              address ->
                  address.contains("TLS") ? EngineWay.context("lab") : EngineWay.host(address));

  private static FileResult failed(String file, String engine) {
    Told told = new Told("calm", file);
    Mismatch wrong = new Mismatch(told.at("hello}"), "stdout", "\"hello\"", "\"\"");
    Observation seen = new Observation("box", "exit code 0", Optional.empty(), List.of(wrong));
    Leftover left = new Leftover("network", "calm-4f2a-lab", "it has active endpoints");
    AssertionResult claim = Told.failed(told.assertion(0), seen);
    return FileResult.of(file, on(engine, told.result(Outcome.FAILED, null, List.of(left), claim)));
  }

  private static BatchResult batch() {
    return Rich.of(
        List.of(failed("a.yaml", "tcp://one:2375"), failed("b.yaml", "tcp://two:2376, TLS")), null);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML", "JSON", "JUNIT"})
  void each_run_is_looked_at_on_its_own_engine(ReportKind kind) {
    List<String> commands =
        Written.as(kind, batch(), HEAD)
            .lines()
            .map(line -> line.strip().replaceAll("^\"|\",?$|<[^>]+>|^look +", ""))
            .filter(line -> line.contains("labrun up ") || line.contains(" exec "))
            .toList();
    assertEquals(
        List.of(
            "labrun up a.yaml --run 4f2a --set page=mine --host tcp://one:2375",
            "docker -H tcp://one:2375 exec -it calm-4f2a-box sh",
            "DOCKER_CONTEXT=lab labrun up b.yaml --run 4f2a --set page=mine",
            "docker --context lab exec -it calm-4f2a-box sh"),
        commands);
  }

  /**
   * Names of files, and of others that were given, hold in the folder in which labrun was typed.
   */
  @ParameterizedTest
  @EnumSource(names = {"HTML", "JSON", "JUNIT"})
  void a_command_with_a_file_begins_in_the_folder_that_the_file_is_named_from(ReportKind kind) {
    ReportHead there = HEAD.from("/home/al ice/labs").on(HEAD.ways());
    String report = Jsoup.parse(Written.as(kind, batch(), there).replace("\\\"", "\"")).wholeText();
    String cd = "cd '/home/al ice/labs' && ";
    assertTrue(report.contains(cd + "labrun up a.yaml --run 4f2a --set page=mine "), report);
    assertTrue(report.contains(cd + "DOCKER_CONTEXT=lab labrun up b.yaml "), report);
    assertFalse(report.contains(cd + "docker"), report);
    BatchResult whole = Rich.of(List.of(failed("/srv/a.yaml", "tcp://one:2375")), null);
    assertTrue(Written.as(kind, whole, there).contains("labrun up /srv/a.yaml "), report);
    ReportHead untold = new ReportHead("1.2.3", "en").from("/home/alice");
    assertFalse(Written.as(kind, whole, untold).contains("/home/alice"));
    String untoldReport = Jsoup.parse(Written.as(kind, batch(), untold)).wholeText();
    assertTrue(untoldReport.contains("cd /home/alice && labrun up a.yaml "), untoldReport);
    assertTrue(
        Jsoup.parse(Written.as(kind, whole, there)).wholeText().contains(cd + "labrun up /srv"));
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML", "JSON", "JUNIT", "TAP", "GITHUB"})
  void what_is_left_is_removed_from_the_engine_that_has_it(ReportKind kind) {
    String report = Written.as(kind, batch(), HEAD);
    String command = "docker -H tcp://one:2375 network rm calm-4f2a-lab";
    assertTrue(report.contains(command), report);
  }

  /** The run that decides passed elsewhere, and says nothing of it. */
  @ParameterizedTest
  @EnumSource(names = {"HTML", "JSON", "JUNIT", "TAP", "GITHUB"})
  void what_stays_on_an_engine_that_was_lost_is_told_with_what_removes_it(ReportKind kind) {
    Told told = new Told("calm", "a.yaml");
    Leftover left = new Leftover("run", "calm-4f2a", "it does not answer");
    ScenarioResult lost = told.result(Outcome.INTERRUPTED, null, List.of(left));
    AssertionResult held = told.passed(0);
    ScenarioResult passed = told.result(Outcome.PASSED, null, List.of(), held);
    List<ScenarioRun> runs = List.of(on("tcp://one:2375", lost), on("tcp://two:2376, TLS", passed));
    FileResult file = new FileResult("a.yaml", List.of(), Optional.empty(), runs, 1);
    String report = Written.as(kind, Rich.of(List.of(file), null), HEAD);
    assertTrue(report.contains("labrun down calm-4f2a --host tcp://one:2375"), report);
  }

  private static ScenarioRun on(String engine, ScenarioResult result) {
    return new ScenarioRun(result, engine, Duration.ZERO, List.of(), Optional.empty());
  }

  /** Its file alone would bring the solution up, under the same names. */
  @ParameterizedTest
  @EnumSource
  void of_a_submission_no_command_pretends_to_make_it_again(ReportKind kind) {
    ReportHead grades = new ReportHead("1.2.3", "en", true);
    String report = Written.as(kind, batch(), grades);
    assertFalse(report.contains("labrun up"), report);
    assertFalse(report.contains("docker exec"), report);
  }

  @ParameterizedTest
  @EnumSource
  void what_came_from_standard_input_cannot_be_had_again(ReportKind kind) {
    BatchResult stream = Rich.of(List.of(failed("-", "tcp://one:2375")), null);
    assertFalse(Written.as(kind, stream, HEAD).contains("labrun up"));
  }

  @Test
  void json_says_what_scenarios_were_told_and_nothing_where_they_were_not() {
    String report = Written.as(ReportKind.JSON, batch(), HEAD);
    assertEquals(List.of(), ReportSchema.mistakes(report));
    assertTrue(report.replaceAll("\\s+", " ").contains("\"given\": [ \"--set\", \"page=mine\" ]"));
    assertFalse(Written.as(ReportKind.JSON, batch()).contains("\"given\""));
  }

  @ParameterizedTest
  @EnumSource(names = {"JUNIT", "TAP", "GITHUB", "CSV"})
  void where_no_value_was_found_it_says_what_was_seen(ReportKind kind) {
    Told told = new Told("calm", "a.yaml");
    Mismatch wrong = new Mismatch(told.at("hello}"), "status", "200", Mismatch.NO_VALUE);
    Observation seen = new Observation("box", "GET /: refused", Optional.empty(), List.of(wrong));
    ScenarioRun run =
        ScenarioRun.of(
            told.result(Outcome.FAILED, null, List.of(), Told.failed(told.assertion(0), seen)));
    String report = Written.as(kind, Rich.of(List.of(FileResult.of("a.yaml", run)), null), HEAD);
    String why = "status: expected 200, found nothing (null): GET /: refused";
    assertTrue(report.contains(why), report);
  }
}
