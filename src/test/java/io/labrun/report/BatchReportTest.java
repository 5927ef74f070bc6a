package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchEvent;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.plan.StepKind;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Level;
import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a batch looks without a terminal, and what it comes to. */
final class BatchReportTest {
  private static final String[] FILES = {
    "scenarios/bridge.yaml",
    "scenarios/docker-in-docker.yaml",
    "scenarios/ipvlan.yaml",
    "scenarios/macvlan.yaml",
    "scenarios/typo.yaml",
    "scenarios/volume.yaml",
    "scenarios/watch\u001b[31m.yaml"
  };

  private final List<String> lines = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  private BatchReport plain(BatchRun batch, ReportSettings settings, String leftOut) {
    BatchView view =
        new BatchView(
            settings,
            leftOut,
            file -> Optional.empty(),
            engine -> Optional.of(engine).filter(one -> one.startsWith("tcp:")));
    return BatchReport.plain(view, batch::nanos, lines::add, notices::add);
  }

  private void golden(String name) {
    Golden.check("report/" + name + ".txt", lines);
  }

  /** One of each outcome; the first ends last. */
  static void mixed(BatchRun batch) {
    Run bridge = batch.start(0, Example.named("bridge")).setUp();
    AssertionResult passed = Example.passed(Example.resolves(), 120);
    bridge.check(passed, Example.reached());
    Run refused = batch.start(1, Example.named("docker-in-docker", "docker-socket"));
    Problem asks =
        Problem.of("it asks for the Docker socket. Whoever has it controls this machine's engine")
            .help("To run it anyway: labrun --allow docker-socket ...");
    refused.end(Outcome.REFUSED, asks, List.of());
    batch.finish(1, 0);
    skipped(batch, 2, "ipvlan");
    batch.passes(3, "macvlan", 1_500);
    batch.finish(4, FileResult.invalid(FILES[4], PlainReportTest.mistakes()));
    Run volume = batch.start(5, Example.named("volume"));
    volume.start(StepKind.NETWORK, "lab", "elsewhere").pass(200);
    Problem overlap =
        Problem.of("the subnet 172.28.10.0/24 overlaps with the network other_default")
            .at(Example.at("elsewhere: {}"));
    volume.fail(StepKind.NETWORK, "elsewhere", overlap).remove();
    AssertionResult untried =
        AssertionResult.untried(Example.page(), Status.SKIPPED, Problem.of("not tried"));
    volume.end(Outcome.ERROR, overlap, List.of(), untried);
    batch.finish(5, 0);
    batch.passes(6, "watch", 300);
    bridge.remove();
    bridge.end(Outcome.FAILED, null, List.of(), passed, Example.reached());
    batch.finish(0, 0);
  }

  private static void skipped(BatchRun batch, int index, String name) {
    Problem lacks =
        Problem.of("this kernel has no ipvlan (attaching failed: operation not supported)")
            .help("It comes with Linux 4.2 and later as the module ipvlan: modprobe ipvlan.");
    batch.start(index, Example.named(name)).end(Outcome.SKIPPED, lacks, List.of());
    batch.finish(index, 0);
  }

  private void mixed(ReportSettings settings) {
    BatchRun batch = new BatchRun(FILES);
    batch.tell(plain(batch, settings, "3 of 10 left out by --tag network"));
    mixed(batch);
    batch.end("");
  }

  @Test
  void a_batch_tells_each_file_in_its_turn_and_then_the_failures_first() {
    mixed(ReportSettings.usual(Theme.PLAIN));
    golden("batch");
    assertTrue(lines.stream().flatMapToInt(String::chars).noneMatch(Character::isISOControl));
  }

  @Test
  void a_batch_in_40_columns_and_ascii() {
    mixed(ReportSettings.usual(new Theme(Marks.ASCII, false, 40)));
    golden("batch-40-ascii");
    assertTrue(lines.stream().noneMatch(line -> line.chars().anyMatch(c -> c > 126)));
  }

  @Test
  void a_batch_in_200_columns() {
    mixed(ReportSettings.usual(new Theme(Marks.UNICODE, false, 200)));
    golden("batch-200");
    assertTrue(lines.stream().allMatch(line -> TextWidth.of(line) <= 200));
  }

  @Test
  void a_batch_in_colour() {
    mixed(ReportSettings.usual(new Theme(Marks.UNICODE, true, 80)));
    golden("batch-colour");
  }

  @Test
  void a_quiet_batch_shows_what_went_wrong_and_the_verdict() {
    mixed(ReportSettings.usual(Theme.PLAIN).with(Detail.QUIET));
    golden("batch-quiet");
  }

  @Test
  void a_verbose_batch_shows_all_of_each() {
    mixed(ReportSettings.usual(Theme.PLAIN).with(Detail.VERBOSE));
    golden("batch-verbose");
  }

  @Test
  void a_failure_is_shown_exactly_as_a_single_run_shows_it() {
    mixed(ReportSettings.usual(Theme.PLAIN));
    List<String> single = new ArrayList<>();
    Run run = new Run(Example.named("bridge"));
    ReportSettings usual = ReportSettings.usual(Theme.PLAIN);
    run.tell(new PlainReport(usual, Task.RUN, run::nanos, single::add, single::add));
    run.begin().setUp().check(Example.reached());
    List<String> claim = single.subList(3, single.size());
    assertTrue(claim.size() > 4, claim.toString());
    assertTrue(String.join("\n", lines).contains(String.join("\n", claim)), lines.toString());
  }

  @Test
  void one_that_passes_only_when_it_is_run_again_is_flaky() {
    BatchRun batch = new BatchRun("a.yaml", "b.yaml", "c.yaml");
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    AssertionResult passed = Example.passed(Example.separated(), 100);
    batch
        .start(0, Example.named("a"))
        .setUp()
        .check(Example.reached())
        .remove()
        .end(Outcome.FAILED, null, List.of(), Example.reached());
    batch
        .start(0, Example.named("a"))
        .setUp()
        .check(passed)
        .remove()
        .end(Outcome.PASSED, null, List.of(), passed);
    batch.finish(0, 1);
    batch.passes(1, "b", 100).passes(2, "c", 100).end("");
    golden("batch-retried");
  }

  @Test
  void of_repeated_ones_it_is_said_how_often_each_claim_held() {
    BatchRun batch = new BatchRun("a.yaml", "b.yaml");
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    AssertionResult first = Example.passed(Example.resolves(), 10);
    AssertionResult second = Example.passed(Example.separated(), 100);
    for (int i = 0; i < 20; i++) {
      boolean good = i % 5 != 2;
      Run run = batch.start(0, Example.named("a")).setUp().check(first);
      AssertionResult claim = good ? second : Example.reached();
      run.check(claim).remove();
      run.end(good ? Outcome.PASSED : Outcome.FAILED, null, List.of(), first, claim);
      batch.start(1, Example.named("b")).end(Outcome.PASSED, null, List.of(), first);
    }
    batch.finish(0, 2).finish(1, 0).end("");
    golden("batch-repeated");
  }

  @Test
  void a_warning_is_shown_though_the_scenario_passed() {
    BatchRun batch = new BatchRun("a.yaml", "b.yaml");
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    Assertion only =
        Example.assertion("it is quick", "exec", Map.of("container", "client"), Level.WARNING);
    Observation seen =
        new Observation(
            "client",
            "exit code 1",
            Optional.empty(),
            List.of(new Mismatch(Example.at("first"), "exit_code", "0", "1")));
    AssertionResult warns = Example.failed(only, 100, 1, seen);
    batch
        .start(0, Example.named("a"))
        .setUp()
        .check(warns)
        .remove()
        .end(Outcome.PASSED, null, List.of(), warns);
    batch.finish(0, 0).passes(1, "b", 100).end("");
    golden("batch-warning");
  }

  @Test
  void a_verbose_batch_says_what_waited_for_what() {
    BatchRun batch = new BatchRun("a.yaml", "b.yaml");
    BatchReport report = plain(batch, ReportSettings.usual(Theme.PLAIN).with(Detail.VERBOSE), "");
    batch.tell(report);
    report.on(new BatchEvent.FileDelayed(1, 0, "both publish port 8080/tcp"));
    batch.passes(0, "a", 100).passes(1, "b", 100).end("");
    int waited = lines.indexOf("b waited for a: both publish port 8080/tcp");
    assertEquals("b · Names resolve, strangers stay out", lines.get(waited + 2));
    assertEquals("a · Names resolve, strangers stay out", lines.get(0));
  }

  @Test
  void one_that_is_stopped_says_how_far_it_came() {
    BatchRun batch = new BatchRun("a.yaml", "b.yaml", "c.yaml", "d.yaml");
    BatchReport report = plain(batch, ReportSettings.usual(Theme.PLAIN), "");
    batch.tell(report).passes(0, "a", 100);
    Run second = batch.start(1, Example.named("b"));
    second.start(StepKind.NETWORK, "lab", "elsewhere").pass(100);
    report.stopping("stopping: removing what was made");
    second.fail(StepKind.NETWORK, "lab", Problem.of("stopped")).remove();
    AssertionResult untried =
        AssertionResult.untried(Example.page(), Status.SKIPPED, Problem.of("stopped"));
    second.end(Outcome.INTERRUPTED, Problem.of("SIGINT"), List.of(), untried);
    batch.finish(1, 0);
    batch.unrun(2, "the batch was stopped before").unrun(3, "the batch was stopped before");
    batch.end("it was stopped (SIGINT)");
    golden("batch-stopped");
    assertEquals(List.of("stopping: removing what was made"), notices);
  }

  @Test
  void what_is_left_behind_stands_beside_its_failure() {
    BatchRun batch = new BatchRun("a.yaml", "b.yaml");
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    Leftover left = new Leftover("network", "a-4f2a-lab", "it has active endpoints");
    AssertionResult passed = Example.passed(Example.resolves(), 100);
    batch
        .start(0, Example.named("a"))
        .setUp()
        .check(passed)
        .remove(left)
        .end(Outcome.PASSED, null, List.of(left), passed);
    batch.finish(0, 0).passes(1, "b", 100).end("");
    golden("batch-leftovers");
  }

  @Test
  void of_more_than_ten_the_slowest_are_named_and_reasons_are_told_once() {
    String[] files = IntStream.range(0, 14).mapToObj(i -> "f" + i + ".yaml").toArray(String[]::new);
    BatchRun batch = new BatchRun(files);
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    for (int i = 0; i < 12; i++) {
      batch.passes(i, "f" + i, 100 * (i * 7 % 12));
    }
    skipped(batch, 12, "f12");
    skipped(batch, 13, "f13");
    batch.end("");
    golden("batch-slowest");
  }

  @Test
  void side_by_side_both_times_are_said() {
    BatchRun batch = new BatchRun("a.yaml", "b.yaml");
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    AssertionResult passed = Example.passed(Example.resolves(), 4_000);
    Run first = batch.start(0, Example.named("a"));
    Run second = batch.start(1, Example.named("b"));
    first.check(passed).end(Outcome.PASSED, null, List.of(), passed);
    second.end(Outcome.PASSED, null, List.of(), passed);
    batch.finish(1, 0).finish(0, 0).end("");
    assertEquals(
        List.of(
            "  ✓ a  1 of 1 assertion passed                                             4.0 s",
            "  ✓ b  1 of 1 assertion passed                                             4.0 s",
            "",
            "2 of 2 scenarios passed in 4.0 s (its runs add up to 8.0 s)"),
        lines);
  }

  @Test
  void long_values_are_told_by_where_they_differ() {
    String long1 = "x".repeat(200) + "expected";
    String long2 = "x".repeat(200) + "found";
    Mismatch wide = new Mismatch(Example.at("first"), "stdout", long1, long2);
    Mismatch high = new Mismatch(Example.at("first"), "stdout", "a\nb\nc\n", "a\nx\nc\n");
    Mismatch shorter = new Mismatch(Example.at("first"), "stdout", "a\nb\n", "a\n");
    ReasonText text = new ReasonText(new Pen(Theme.PLAIN));
    List<String> out = new ArrayList<>();
    for (Mismatch one : List.of(wide, high, shorter)) {
      Observation seen = new Observation("", "", Optional.empty(), List.of(one, one, wide));
      out.addAll(text.of(Example.failed(Example.page(), 10, 1, seen), 100));
    }
    Golden.check("report/reasons.txt", out);
  }

  @Test
  void files_of_one_name_are_told_by_their_folders() {
    Pen pen = new Pen(Theme.PLAIN);
    FileNames same = new FileNames(List.of("s/x/a/lab.yaml", "s/x/b/lab.yaml"), pen);
    assertEquals("a/lab.yaml b/lab.yaml", same.of(0) + " " + same.of(1));
    FileNames mixed = new FileNames(List.of("lab.yaml", "s/lab.yml", "-"), pen);
    assertEquals("lab.yaml s/lab.yml -", mixed.of(0) + " " + mixed.of(1) + " " + mixed.of(2));
    FileNames plain = new FileNames(List.of("s/01.yaml", "t/.yaml", "-"), pen);
    assertEquals("01 .yaml -", plain.of(0) + " " + plain.of(1) + " " + plain.of(2));
    FileNames root = new FileNames(List.of("/lab.yaml", "s/lab.yaml"), pen);
    assertEquals("/lab.yaml s/lab.yaml", root.of(0) + " " + root.of(1));
  }

  @Test
  void a_file_is_not_told_before_those_that_were_given_before_it() {
    BatchRun batch = new BatchRun("a.yaml", "b.yaml");
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    Run first = batch.start(0, Example.named("a")).setUp();
    batch.passes(1, "b", 100);
    assertTrue(lines.isEmpty(), lines.toString());
    first.end(Outcome.PASSED, null, List.of(), Example.passed(Example.resolves(), 1));
    batch.finish(0, 0);
    assertEquals(2, lines.size(), lines.toString());
  }

  @Test
  void commands_name_the_engine_that_the_run_was_on() {
    String[] files = {"scenarios/bridge.yaml", "scenarios/macvlan.yaml"};
    BatchRun batch = new BatchRun(files);
    ReportSettings usual =
        ReportSettings.usual(Theme.PLAIN).on(EngineWay.host("unix:///first.sock"));
    batch.tell(plain(batch, usual, ""));
    batch.start(0, Example.named("bridge")).end(Outcome.FAILED, null, List.of(), Example.reached());
    batch.finish(0, 0);
    Run other = batch.start(1, Example.named("macvlan"), "tcp://lab2:2375");
    other.check(Example.reached()).end(Outcome.FAILED, null, List.of(), Example.reached());
    batch.finish(1, 0).end("");
    String text = String.join("\n", lines);
    assertTrue(text.contains("run   labrun scenarios/bridge.yaml --host unix:///first.sock"), text);
    String look = "docker -H tcp://lab2:2375 exec -it user-defined-bridge-4f2a-stranger sh";
    assertTrue(text.contains(look), text);
    assertTrue(text.contains("run   labrun scenarios/macvlan.yaml --host tcp://lab2:2375"), text);
  }

  @Test
  void an_engine_that_is_gone_is_told_at_once_and_what_was_done_again() {
    BatchRun batch = new BatchRun("scenarios/bridge.yaml", "scenarios/macvlan.yaml");
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    String silent = "tcp://lab2:2375";
    String gone = "the engine tcp://lab2:2375 does not answer any more";
    Run first = batch.start(0, Example.named("bridge"), silent);
    batch.tell(new BatchEvent.EngineLost(silent));
    first.end(Outcome.INTERRUPTED, Problem.of(gone), List.of(new Leftover("run", "bridge", gone)));
    batch.passes(1, "macvlan", 300);
    Run again = batch.start(0, Example.named("bridge")).setUp();
    again.check(Example.passed(Example.resolves(), 400)).remove();
    again.end(Outcome.PASSED, null, List.of(), Example.passed(Example.resolves(), 400));
    batch.finish(0, 1).end("");
    golden("batch-engine-lost");
  }

  @Test
  void the_only_engine_is_told_to_be_away_and_back() {
    BatchRun batch = new BatchRun("bridge.yaml");
    batch.tell(plain(batch, ReportSettings.usual(Theme.PLAIN), ""));
    String engine = "unix:///one.sock";
    Run first = batch.start(0, Example.named("bridge"), engine);
    batch.tell(new BatchEvent.EngineAway(engine));
    batch.tell(new BatchEvent.EngineBack(engine));
    first.end(Outcome.INTERRUPTED, Problem.of("it was away"), List.of());
    Run again = batch.start(0, Example.named("bridge"), engine).setUp();
    again.check(Example.passed(Example.resolves(), 400)).remove();
    again.end(Outcome.PASSED, null, List.of(), Example.passed(Example.resolves(), 400));
    batch.finish(0, 1).end("");
    golden("batch-engine-away");
  }
}
