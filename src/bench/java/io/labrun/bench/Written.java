package io.labrun.bench;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.file.ReportKind;
import io.labrun.scenario.Assertion;
import io.labrun.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a report of 5,000 assertions takes, every second of which failed. */
final class Written {
  private static final int FILES = 200;
  private static final int EACH = 25;

  private final String java;
  private final Path jar;
  private final Path folder;

  /**
   * Reports by the program.
   *
   * @param java to start it with
   * @param folder of the bench's own classes, and for files
   */
  Written(String java, Path jar, Path folder) {
    this.java = java;
    this.jar = jar;
    this.folder = folder;
  }

  /** A row for each kind, each written by a process of its own, as cold as the program is. */
  List<String> rows() throws IOException, InterruptedException {
    List<String> out = new ArrayList<>();
    for (ReportKind kind : ReportKind.values()) {
      Path file = Files.createTempFile(folder, "report", "." + kind.word());
      String[] took = run(kind, file).split(" ");
      out.add(
          String.format(
              Locale.ROOT,
              "%-34s %7.3f s   %-47s %-9s %4d kB",
              "report of 5,000 assertions",
              Double.parseDouble(took[0]),
              kind.word() + ", " + took[1] + " s of the processor",
              "1 s",
              Files.size(file) / 1000));
      Files.delete(file);
    }
    return out;
  }

  private String run(ReportKind kind, Path file) throws IOException, InterruptedException {
    Process process =
        AsLaunched.program(java, jar, folder, OneReport.class, kind.name(), file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.strip();
  }

  /** What is reported: 200 files of 25 assertions. */
  static BatchResult batch() {
    Plan plan =
        Planner.plan(
            new ScenarioLoader()
                .load(
                    Path.of("src/bench/small.yaml"), new Given(Map.of(), name -> Optional.empty()))
                .scenario()
                .orElseThrow(),
            new RunName("bench", "0000"));
    List<AssertionResult> results =
        Stream.iterate(0, i -> i + 1).limit(EACH).map(i -> result(plan, i)).toList();
    ScenarioResult result =
        new ScenarioResult(
            plan, Outcome.FAILED, results, Optional.empty(), List.of(), false, Duration.ZERO);
    List<FileResult> files =
        Stream.iterate(0, i -> i + 1)
            .limit(FILES)
            .map(i -> FileResult.of("labs/" + i + ".yaml", ScenarioRun.of(result)))
            .toList();
    return new BatchResult(files, Instant.EPOCH, Duration.ZERO, Optional.empty());
  }

  private static AssertionResult result(Plan plan, int index) {
    List<Assertion> all = plan.scenario().assertions();
    Assertion assertion = all.get(index % all.size());
    boolean passed = index % 2 == 0;
    Span span = assertion.name().span();
    String page = "one line of a page that was not expected\n".repeat(20);
    Observation.Output output =
        new Observation.Output(
            List.of("wget", "-qO-", "http://web/"), Optional.of(1), page, "", false);
    Observation seen =
        new Observation(
            "client",
            "exit code 1",
            Optional.of(output),
            passed ? List.of() : List.of(new Mismatch(span, "stdout", "contains \"hello\"", page)));
    return new AssertionResult(
        assertion,
        passed ? Status.PASSED : Status.FAILED,
        Duration.ofMillis(250),
        3,
        List.of(seen),
        List.of(),
        Optional.empty());
  }
}
