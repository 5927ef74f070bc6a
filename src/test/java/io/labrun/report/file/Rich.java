package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Snapshot;
import io.labrun.event.Status;
import io.labrun.event.Stretch;
import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A batch with a file for each way in which a file can end. */
final class Rich {
  static final ReportHead HEAD = new ReportHead("1.2.3", "en");
  private static final Instant STARTED = Instant.parse("2026-11-26T14:04:02.250Z");

  private Rich() {}

  /** A batch that came to its end. */
  static BatchResult batch() {
    return new BatchResult(
        List.of(
            calm(),
            shop(),
            flaky(),
            shaky(),
            left(),
            lacking(),
            asking(),
            broken(),
            imageless(),
            unrun()),
        STARTED,
        Duration.ofMillis(61_004),
        Optional.empty());
  }

  /** A batch that was stopped in its second file. */
  static BatchResult stopped() {
    Told told = new Told("calm", "scenarios/long.yaml");
    ScenarioRun run = told.untried(Outcome.INTERRUPTED, Problem.of("it was stopped (SIGINT)"));
    return new BatchResult(
        List.of(calm(), FileResult.of("scenarios/long.yaml", run), unrun()),
        STARTED,
        Duration.ofMillis(900),
        Optional.of("it was stopped (SIGINT)"));
  }

  /** A batch that ended before there was any file to run. */
  static BatchResult empty() {
    return of(List.of(), "there is no *.yaml or *.yml in the folder `labs`");
  }

  static BatchResult of(List<FileResult> files, String stopped) {
    return new BatchResult(files, STARTED, Duration.ZERO, Optional.ofNullable(stopped));
  }

  static FileResult calm() {
    Told told = new Told("calm", "scenarios/calm.yaml");
    return FileResult.of(
        "scenarios/calm.yaml",
        new ScenarioRun(
            told.result(Outcome.PASSED, null, List.of(), told.passed(0)),
            "unix:///var/run/docker.sock",
            Duration.ofMillis(4),
            List.of(
                stretch(Stretch.Part.REQUIREMENTS, "requirements", 0, 20),
                stretch(Stretch.Part.SET_UP, "container box", 20, 700),
                stretch(Stretch.Part.ASSERTION, "it speaks", 720, 120),
                stretch(Stretch.Part.REMOVAL, "removal", 840, 500)),
            Optional.of(snapshot())));
  }

  private static Stretch stretch(Stretch.Part part, String name, int start, int time) {
    return new Stretch(part, name, Duration.ofMillis(start), Duration.ofMillis(time), true);
  }

  private static Snapshot snapshot() {
    Snapshot.Address on = new Snapshot.Address("lab", "172.28.10.2", "02:42:ac:1c:0a:02");
    return new Snapshot(
        List.of(new Snapshot.Network("lab", "bridge", List.of("172.28.10.0/24"))),
        List.of(
            new Snapshot.Container(
                "box", "", "exited", Optional.of(137), List.of(on), List.of("bye"))));
  }

  private static FileResult shop() {
    Told told = new Told("shop", "scenarios/shop.yaml");
    Observation.Output output =
        new Observation.Output(
            List.of("wget", "-qO-", "http://web/page"),
            Optional.of(1),
            "second\nthird\n",
            "404\n",
            true);
    Observation page =
        new Observation(
            "client",
            "exit code 1",
            Optional.of(output),
            List.of(
                new Mismatch(
                    told.at("{contains: first}"),
                    "stdout",
                    "containing \"first\"",
                    "second\nthird"),
                new Mismatch(told.at("0\n    hint"), "exit_code", "0", "1")));
    Problem nothing =
        Problem.of("nothing listens on web:81, so this proves nothing")
            .details(List.of("a probe inside of web was refused"))
            .help("start what listens there first")
            .at(told.at("reach"));
    Mismatch kernels =
        new Mismatch(told.at("{stdout: same}"), "stdout", "the same", "5.10 (web), 6.1 (client)");
    AssertionResult warning =
        Told.result(told.assertion(4), Status.FAILED, 2, List.of(), List.of(kernels), null);
    return FileResult.of(
        "scenarios/shop.yaml",
        told.run(
            Outcome.FAILED,
            null,
            told.passed(0),
            Told.failed(told.assertion(1), page),
            told.error(2, nothing),
            told.untried(3, Status.BLOCKED, "it needs \"the page is what we wrote\""),
            warning,
            told.untried(5, Status.SKIPPED, "the run ended before")));
  }

  private static ScenarioRun bad(Told told, String found) {
    Mismatch wrong = new Mismatch(told.at("hello}"), "stdout", "\"hello\"", found);
    Observation seen = new Observation("box", "exit code 0", Optional.empty(), List.of(wrong));
    return told.run(Outcome.FAILED, null, Told.failed(told.assertion(0), seen));
  }

  private static FileResult flaky() {
    Told told = new Told("calm", "scenarios/flaky.yaml");
    ScenarioRun good = told.run(Outcome.PASSED, null, told.passed(0));
    return new FileResult(
        "scenarios/flaky.yaml", List.of(), Optional.empty(), List.of(bad(told, "\"\""), good), 1);
  }

  private static FileResult shaky() {
    Told told = new Told("calm", "scenarios/shaky.yaml");
    Problem gone = Problem.of("the container box has ended");
    return new FileResult(
        "scenarios/shaky.yaml",
        List.of(),
        Optional.empty(),
        List.of(
            told.run(Outcome.PASSED, null, told.passed(0)),
            bad(told, "\"hullo\""),
            told.run(Outcome.ERROR, null, told.error(0, gone)),
            bad(told, "\"hi\"")),
        1);
  }

  private static FileResult left() {
    Told told = new Told("calm", "scenarios/left.yaml");
    Leftover left = new Leftover("network", "calm-4f2a-lab", "it has active endpoints");
    return FileResult.of(
        "scenarios/left.yaml",
        ScenarioRun.of(told.result(Outcome.PASSED, null, List.of(left), told.passed(0))));
  }

  private static FileResult lacking() {
    Problem why =
        Problem.of("this kernel has no ipvlan (attaching failed: operation not supported)")
            .help("It comes with the module ipvlan: modprobe ipvlan");
    Told told = new Told("calm", "scenarios/lacking.yaml");
    return FileResult.of("scenarios/lacking.yaml", told.untried(Outcome.SKIPPED, why));
  }

  private static FileResult asking() {
    Problem why =
        Problem.of("it asks for the Docker socket")
            .details(List.of("Whoever has it controls this machine's engine."))
            .help("To run it anyway: labrun --allow docker-socket ...");
    Told told = new Told("calm", "scenarios/asking.yaml");
    return FileResult.of("scenarios/asking.yaml", told.untried(Outcome.REFUSED, why));
  }

  private static FileResult broken() {
    SourceText source = Told.source("calm", "scenarios/broken.yaml");
    int start = source.text().indexOf("command");
    return FileResult.invalid(
        "scenarios/broken.yaml",
        List.of(
            Diagnostic.at(
                    source.span(start, start + 7), "unknown-key", "containers have no key `comand`")
                .label("did you mean `command`?"),
            Diagnostic.of("no-variable", "no variable is called `x`").help("`vars:` declares it")));
  }

  private static FileResult imageless() {
    Told told = new Told("calm", "scenarios/imageless.yaml");
    Problem why =
        Problem.of("the image `busybox` cannot be fetched: no registry answers")
            .help("docker pull busybox")
            .at(told.at("busybox"));
    return FileResult.of("scenarios/imageless.yaml", told.untried(Outcome.ERROR, why));
  }

  private static FileResult unrun() {
    return FileResult.unrun(
        "scenarios/unrun.yaml",
        Problem.of("no Docker engine answers").details(List.of("DOCKER_HOST (not set)")));
  }
}
