package io.labrun.report.file;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Stretch;
import io.labrun.report.RemoveCommand;
import io.labrun.report.ReportSettings;
import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** All that is known of a batch, as {@code schema/report.schema.json} says; made for programs. */
final class JsonReport implements FileReport {
  /** The version of the form; a new one only where what reads the old one would go wrong. */
  private static final int VERSION = 1;

  private final ReportHead head;

  JsonReport(ReportHead head) {
    this.head = head;
  }

  @Override
  public void write(BatchResult batch, Writer out) throws IOException {
    Sink.to(out, sink -> new Writing(new JsonWriter(sink), head).batch(batch));
  }

  /** Writes one report. */
  private record Writing(
      JsonWriter json, ReportHead head, JsonAssertions assertions, JsonSnapshot snapshot) {
    Writing(JsonWriter json, ReportHead head) {
      this(json, head, new JsonAssertions(json, head), new JsonSnapshot(json));
    }

    void batch(BatchResult batch) {
      json.object(
          () -> {
            json.number("report", VERSION);
            json.text("labrun", head.version());
            json.text("started", batch.started().toString());
            json.seconds("time", batch.time());
            if (!head.given().isEmpty()) {
              json.texts("given", head.given());
            }
            batch.stopped().ifPresent(why -> json.text("stopped", why));
            json.object("counts", () -> counts(batch));
            json.list("files", batch.files(), this::file);
          });
    }

    private void counts(BatchResult batch) {
      for (FileStatus status : FileStatus.values()) {
        json.number(
            status.word(),
            batch.files().stream().filter(file -> FileStatus.of(file) == status).count());
      }
      json.number("flaky", batch.files().stream().filter(FileResult::isFlaky).count());
      json.number(
          "leftovers",
          batch.files().stream()
              .flatMap(file -> file.runs().stream())
              .mapToLong(run -> run.result().leftovers().size())
              .sum());
    }

    private void file(FileResult file) {
      json.object(
          () -> {
            json.text("file", file.file());
            json.text("status", FileStatus.of(file).word());
            json.flag("flaky", file.isFlaky());
            Optional<Scenario> scenario = file.result().map(result -> result.plan().scenario());
            scenario.ifPresent(one -> json.object("scenario", () -> scenario(one)));
            file.unrun().ifPresent(why -> assertions.places().problem(why));
            json.list("diagnostics", file.diagnostics(), this::diagnostic);
            json.list("runs", file.runs(), this::run);
            file.run().ifPresent(run -> json.number("deciding", file.deciding()));
          });
    }

    private void scenario(Scenario scenario) {
      json.text("name", scenario.name().name());
      if (!scenario.title().isEmpty()) {
        json.text("title", scenario.title().in(head.language()));
      }
      json.texts("tags", scenario.tags());
    }

    private void diagnostic(Diagnostic mistake) {
      json.object(
          () -> {
            json.text("code", mistake.code());
            json.text("message", mistake.message());
            if (!mistake.label().isEmpty()) {
              json.text("label", mistake.label());
            }
            json.texts("help", mistake.help());
            mistake.span().ifPresent(assertions.places()::place);
          });
    }

    private void run(ScenarioRun run) {
      ScenarioResult result = run.result();
      json.object(
          () -> {
            json.text("run", result.plan().run().toString());
            json.text("status", FileStatus.of(result.outcome()).word());
            json.text("engine", run.engine());
            json.seconds("start", run.start());
            json.seconds("time", result.time());
            json.flag("kept", result.kept());
            result.problem().ifPresent(assertions.places()::problem);
            json.list("assertions", result.assertions(), one -> assertions.assertion(one, run));
            ReportSettings settings = head.settings(run);
            json.list("leftovers", result.leftovers(), left -> leftover(left, settings));
            json.list("timeline", run.stretches(), this::stretch);
            run.snapshot().ifPresent(snapshot::write);
          });
    }

    private void leftover(Leftover left, ReportSettings settings) {
      json.object(
          () -> {
            json.text("kind", left.kind());
            json.text("name", left.name());
            json.text("reason", left.reason());
            json.text("remove", RemoveCommand.of(left, settings));
          });
    }

    private void stretch(Stretch stretch) {
      json.object(
          () -> {
            json.text("part", stretch.part().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.text("name", stretch.name());
            json.seconds("start", stretch.start());
            json.seconds("time", stretch.time());
            json.flag("good", stretch.good());
          });
    }
  }
}
