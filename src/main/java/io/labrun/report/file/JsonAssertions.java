package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.report.Cut;
import io.labrun.report.LookText;
import io.labrun.scenario.Assertion;
import java.util.List;
import java.util.Locale;

/** Writes what came of assertions as JSON. */
final class JsonAssertions {
  /** So many characters of one value or output are kept. */
  private static final int MOST = 1 << 16;

  private final JsonWriter json;
  private final JsonPlaces places;
  private final ReportHead head;

  JsonAssertions(JsonWriter json, ReportHead head) {
    this.json = json;
    this.places = new JsonPlaces(json);
    this.head = head;
  }

  /** Writes places and problems to the same document. */
  JsonPlaces places() {
    return places;
  }

  /** One assertion of a run as an item of a list. */
  void assertion(AssertionResult result, ScenarioRun run) {
    Assertion assertion = result.assertion();
    json.object(
        () -> {
          json.text("name", assertion.name().name());
          json.text("check", assertion.check().kind());
          json.text("status", result.status().name().toLowerCase(Locale.ROOT));
          json.text("level", assertion.level().name().toLowerCase(Locale.ROOT));
          json.number("points", assertion.points());
          json.number("attempts", result.attempts());
          json.seconds("time", result.time());
          places.place(assertion.name().span());
          json.texts(
              "hints",
              assertion.hints().stream().map(hint -> hint.in(head.language()).strip()).toList());
          json.list("observations", result.observations(), this::observation);
          json.list("across", result.across(), this::mismatch);
          result.problem().ifPresent(places::problem);
          look(result, run);
        });
  }

  private void look(AssertionResult result, ScenarioRun run) {
    if (result.status() == Status.FAILED || result.status() == Status.ERROR) {
      List<String> commands =
          new LookText(head.settings(run)).commands(result, run.result().plan());
      json.texts("look", commands);
    }
  }

  private void observation(Observation seen) {
    json.object(
        () -> {
          json.text("subject", seen.subject());
          json.text("summary", seen.summary());
          seen.output().ifPresent(output -> json.object("output", () -> output(output)));
          json.list("mismatches", seen.mismatches(), this::mismatch);
        });
  }

  private void output(Observation.Output output) {
    json.texts("command", output.command());
    output.exitCode().ifPresent(code -> json.number("exit_code", code));
    json.text("stdout", Cut.at(output.stdout(), MOST));
    json.text("stderr", Cut.at(output.stderr(), MOST));
    json.flag(
        "truncated",
        output.truncated()
            || Cut.isLonger(output.stdout(), MOST)
            || Cut.isLonger(output.stderr(), MOST));
  }

  private void mismatch(Mismatch wrong) {
    json.object(
        () -> {
          json.text("path", wrong.path());
          json.text("expected", Cut.at(wrong.expected(), MOST));
          json.text("found", Cut.at(wrong.found(), MOST));
          places.place(wrong.span());
        });
  }
}
