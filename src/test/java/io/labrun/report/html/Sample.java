package io.labrun.report.html;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Snapshot;
import io.labrun.event.Status;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A batch in which everything happens that can. */
final class Sample {
  private static final Snapshot SNAPSHOT =
      new Snapshot(
          List.of(
              new Snapshot.Network("lab", "bridge", List.of("172.28.10.0/24")),
              new Snapshot.Network("elsewhere", "bridge", List.of("172.18.0.0/16"))),
          List.of(
              container("web", "running", "lab", "172.28.10.10", "GET /page", "GET /missing 404"),
              container("client", "running", "lab", "172.28.10.11"),
              container("stranger", "exited", "elsewhere", "172.18.0.2", "bye")));

  private Sample() {}

  private static Snapshot.Container container(
      String key, String status, String network, String ip, String... log) {
    return new Snapshot.Container(
        key,
        "",
        status,
        status.equals("exited") ? Optional.of(137) : Optional.empty(),
        List.of(new Snapshot.Address(network, ip, "02:42:ac:1c:0a:0a")),
        List.of(log));
  }

  static BatchResult batch() {
    return new BatchResult(
        List.of(bridge(), alone(), invalid(), skipped(), flaky(), refused(), left(), unrun()),
        Instant.parse("2026-11-26T14:07:05Z"),
        Duration.ofMillis(27_600),
        Optional.of("it was stopped (SIGINT)"));
  }

  static BatchResult of(FileResult... files) {
    return new BatchResult(
        List.of(files),
        Instant.parse("2026-11-26T14:07:05Z"),
        Duration.ofMillis(14_200),
        Optional.empty());
  }

  static FileResult bridge() {
    Lab lab = Lab.of("bridge");
    String four = "first\nsecond\nthird\nfourth\n";
    String page = "first\n2nd\nthird\nfourth\nfifth\n";
    String expects = "Hello, whoever you are, and welcome to the lab of today!";
    String greets = "Hello, whoever you are, and welcome to the lab of yesterday!";
    String outside = "{stdout: {starts_with: \"172.28.10.\"}}";
    String prefix = "starts with 172.28.10.";
    lab.claim(Status.PASSED, 120, 1, Lab.seen("client", "172.28.10.10"));
    lab.claim(
        Status.FAILED,
        10_200,
        41,
        Lab.seen(
            "stranger → web",
            "connected to 172.28.10.10:80/tcp in 0.4 ms",
            lab.wrong("{reachable: false}", "reachable", "false", "true")));
    lab.claim(
        Status.FAILED,
        300,
        2,
        Lab.ran(
            "client",
            "wget -qO- http://web/page",
            0,
            page,
            "",
            lab.wrong("stdout: |", "stdout", four, page)));
    lab.claim(
        Status.FAILED,
        200,
        1,
        Lab.ran(
            "client",
            "cat /greeting",
            0,
            greets + "\n",
            "",
            lab.wrong("{stdout: \"Hello", "stdout", expects, greets)));
    lab.claim(
        Status.FAILED,
        250,
        1,
        Lab.ran("web", "hostname -i", 0, "172.28.10.10\n", ""),
        Lab.ran(
            "client",
            "hostname -i",
            0,
            "10.0.0.2\n",
            "",
            lab.wrong(outside, "stdout", prefix, "10.0.0.2")),
        Lab.ran(
            "stranger",
            "hostname -i",
            0,
            "10.0.0.3\n",
            "",
            lab.wrong(outside, "stdout", prefix, "10.0.0.3")));
    Problem why =
        Problem.of("client has no program `curl` (exit code 127)")
            .details(List.of("OCI runtime exec failed: exec: \"curl\": executable file not found"))
            .help("use an image that has it, or the check `http`, which needs nothing inside");
    lab.claim(Status.ERROR, 90, 1, Optional.of(why));
    lab.claim(
        Status.BLOCKED,
        0,
        0,
        Optional.of(Problem.of("it needs \"the client has curl\", which is an error")));
    return FileResult.of(
        "scenarios/bridge.yaml", lab.run(Outcome.FAILED, "docker-a", 40, SNAPSHOT));
  }

  static ScenarioRun alone(boolean passes, long start, String engine) {
    Lab lab = Lab.of("quiet");
    lab.claim(Status.PASSED, 110, 1, Lab.ran("hermit", "ls /sys/class/net", 0, "lo\n", ""));
    if (passes) {
      lab.claim(Status.PASSED, 1_300, 3, Lab.seen("hermit → 127.0.0.1", "answered in 0.1 ms"));
    } else {
      lab.claim(
          Status.FAILED,
          2_000,
          9,
          Lab.seen(
              "hermit → 127.0.0.1",
              "no answer",
              lab.wrong("reach: {from: hermit, to: 127.0.0.1}", "reachable", "true", "false")));
    }
    return lab.run(passes ? Outcome.PASSED : Outcome.FAILED, engine, start, null);
  }

  static FileResult alone() {
    return FileResult.of("scenarios/quiet.yaml", alone(true, 60, "docker-b"));
  }

  static FileResult invalid() {
    return FileResult.invalid(
        "scenarios/broken.yaml",
        new ScenarioLoader().load(Lab.read("broken"), Given.NOTHING).diagnostics());
  }

  static FileResult skipped() {
    Problem why =
        Problem.of("the engine's machine has 24 GB of memory, and 900 GB are required")
            .help("run it on a machine with more: labrun --host ssh://big ...");
    return FileResult.of(
        "scenarios/swarm.yaml",
        Lab.of("swarm").because(why).run(Outcome.SKIPPED, "docker-b", 2_900, null));
  }

  static FileResult flaky() {
    List<ScenarioRun> runs =
        List.of(
            alone(false, 4_000, "docker-b"),
            alone(false, 8_000, "docker-b"),
            alone(true, 15_000, "docker-a"));
    return new FileResult("scenarios/flaky.yaml", List.of(), Optional.empty(), runs, 2);
  }

  static FileResult refused() {
    Problem why =
        Problem.of("it asks for more power over the kernel")
            .details(List.of("Some stay inside the container, others open the whole machine."))
            .help("to run it anyway: labrun --allow capabilities scenarios/swarm.yaml");
    return FileResult.of(
        "scenarios/refused.yaml", Lab.of("swarm").because(why).run(Outcome.REFUSED, "", 0, null));
  }

  static FileResult left() {
    ScenarioRun run = alone(true, 18_000, "docker-a");
    ScenarioResult of = run.result();
    List<Leftover> left =
        List.of(new Leftover("network", "alone-4f2a-lab", "it has active endpoints"));
    ScenarioResult result =
        new ScenarioResult(
            of.plan(), of.outcome(), of.assertions(), of.problem(), left, false, of.time());
    return FileResult.of(
        "scenarios/left.yaml",
        new ScenarioRun(result, "docker-a", run.start(), run.stretches(), Optional.empty()));
  }

  static FileResult unrun() {
    return FileResult.unrun("scenarios/late.yaml", Problem.of("the batch was stopped before"));
  }
}
