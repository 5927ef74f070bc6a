package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.plan.StepKind;
import io.labrun.source.Diagnostic;
import io.labrun.source.Marks;
import io.labrun.source.Theme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How whole runs look without a terminal. */
final class PlainReportTest {
  private final List<String> lines = new ArrayList<>();
  private final Run run = new Run(Example.plan());

  private Run told(ReportSettings settings, Task task) {
    run.tell(new PlainReport(settings, task, run::nanos, lines::add, lines::add));
    return run.begin();
  }

  private Run told() {
    return told(ReportSettings.usual(Theme.PLAIN), Task.RUN);
  }

  private void golden(String name) {
    Golden.check("report/" + name + ".txt", lines);
  }

  private static AssertionResult untried(AssertionResult of) {
    return AssertionResult.untried(of.assertion(), Status.SKIPPED, Problem.of("not tried"));
  }

  private void passingRun() {
    AssertionResult first = Example.passed(Example.resolves(), 120);
    AssertionResult second = Example.passed(Example.separated(), 1_130);
    run.setUp().check(first, second).remove().end(Outcome.PASSED, null, List.of(), first, second);
  }

  @Test
  void a_run_that_passes() {
    told();
    passingRun();
    golden("run-passed");
  }

  @Test
  void a_run_that_passes_in_40_columns_and_ascii() {
    told(ReportSettings.usual(new Theme(Marks.ASCII, false, 40)), Task.RUN);
    passingRun();
    golden("run-passed-40-ascii");
  }

  @Test
  void a_run_that_passes_quietly_is_one_line() {
    told(ReportSettings.usual(Theme.PLAIN).with(Detail.QUIET), Task.RUN);
    passingRun();
    assertEquals(List.of("user-defined-bridge: 2 of 2 assertions passed in 2.9 s"), lines);
  }

  @Test
  void a_run_that_fails() {
    AssertionResult passed = Example.passed(Example.resolves(), 120);
    AssertionResult failed = Example.reached();
    Problem why = Problem.of("it needs \"a container on another network cannot get there\"");
    AssertionResult blocked = AssertionResult.untried(Example.page(), Status.BLOCKED, why);
    told().setUp().check(passed, failed, blocked).remove();
    run.end(Outcome.FAILED, null, List.of(), passed, failed, blocked);
    golden("run-failed");
  }

  @Test
  void a_run_that_fails_quietly_shows_only_what_failed() {
    AssertionResult passed = Example.passed(Example.resolves(), 120);
    AssertionResult failed = Example.reached();
    told(ReportSettings.usual(Theme.PLAIN).with(Detail.QUIET), Task.RUN).setUp();
    run.check(passed, failed).remove().end(Outcome.FAILED, null, List.of(), passed, failed);
    golden("run-failed-quiet");
  }

  @Test
  void an_image_that_was_fetched_gets_a_line() {
    told().start(StepKind.IMAGE, "busybox").layer("busybox", "a1", "Downloading", 1, 2).pass(3_200);
    run.finish(StepKind.IMAGE, "busybox");
    assertEquals(
        "  images      busybox                                                      3.2 s",
        lines.get(1));
  }

  @Test
  void a_set_up_that_fails_says_what_and_where() {
    Problem why =
        Problem.of("the subnet 172.28.10.0/24 overlaps with the network other_default")
            .help("docker network rm other_default, or choose another subnet")
            .at(Example.at("elsewhere: {}"));
    told().start(StepKind.IMAGE, "busybox").finish(StepKind.IMAGE, "busybox");
    run.start(StepKind.NETWORK, "lab", "elsewhere").pass(200).finish(StepKind.NETWORK, "lab");
    run.fail(StepKind.NETWORK, "elsewhere", why).remove();
    AssertionResult untried = untried(Example.reached());
    run.end(Outcome.ERROR, why, List.of(), untried);
    golden("run-no-set-up");
  }

  @Test
  void what_could_not_be_removed_is_named_with_the_command_that_does() {
    AssertionResult first = Example.passed(Example.resolves(), 120);
    Leftover left =
        new Leftover("network", "user-defined-bridge-4f2a-lab", "it has active endpoints");
    told().setUp().check(first).remove(left);
    run.end(Outcome.PASSED, null, List.of(left), first);
    golden("run-leftovers");
  }

  @Test
  void a_run_that_is_kept_says_how_to_look_and_how_to_remove_it() {
    ReportSettings settings =
        ReportSettings.usual(Theme.PLAIN)
            .standing(true)
            .on(EngineWay.host("tcp://lab:2375"))
            .given(List.of("--set", "parent=eth 0"));
    told(settings, Task.UP).setUp().keep().end(Outcome.PASSED, null, List.of());
    golden("run-kept");
  }

  @Test
  void a_run_that_is_stopped_blames_nothing_on_the_scenario() {
    PlainReport report =
        new PlainReport(
            ReportSettings.usual(Theme.PLAIN), Task.RUN, run::nanos, lines::add, lines::add);
    run.tell(report);
    run.begin().start(StepKind.IMAGE, "busybox").finish(StepKind.IMAGE, "busybox");
    run.start(StepKind.NETWORK, "lab", "elsewhere").pass(100).finish(StepKind.NETWORK, "lab");
    report.stopping("stopping: what was made is being removed");
    run.fail(StepKind.NETWORK, "elsewhere", Problem.of("stopped")).remove();
    AssertionResult untried = untried(Example.reached());
    run.end(Outcome.INTERRUPTED, Problem.of("SIGINT"), List.of(), untried);
    golden("run-interrupted");
  }

  @Test
  void skipped_and_refused_say_what_is_missing_and_what_is_asked_for() {
    told();
    Problem lacks =
        Problem.of("this kernel has no ipvlan (attaching failed: operation not supported)")
            .help("It comes with Linux 4.2 and later as the module ipvlan: modprobe ipvlan.");
    run.end(Outcome.SKIPPED, lacks, List.of());
    run.begin();
    Problem asks =
        Problem.of("it asks for the Docker socket")
            .details(List.of("Whoever has it controls this machine's engine."))
            .help("To run it anyway: labrun --allow docker-socket ...");
    run.end(Outcome.REFUSED, asks, List.of());
    golden("run-not-run");
  }

  private void skippedForSeveral() {
    Problem driver =
        Problem.of("this kernel has no ipvlan (attaching a container failed: not supported)")
            .help("It comes with Linux 4.2 and later as the module ipvlan: modprobe ipvlan.");
    Problem card =
        Problem.of("the engine's machine has no network interface eth\u001b[7")
            .help("It has: lo → eth0");
    run.require(List.of(Example.NEED), 900, List.of(driver, card));
    run.end(Outcome.SKIPPED, Problem.of("2 things that it requires are not here"), List.of());
  }

  @Test
  void all_that_is_missing_is_numbered() {
    told();
    skippedForSeveral();
    golden("run-skipped");
  }

  @Test
  void all_that_is_missing_in_40_columns_and_ascii() {
    told(ReportSettings.usual(new Theme(Marks.ASCII, false, 40)), Task.RUN);
    skippedForSeveral();
    golden("run-skipped-40-ascii");
  }

  @Test
  void all_that_is_missing_in_colour() {
    told(ReportSettings.usual(new Theme(Marks.UNICODE, true, 80)), Task.RUN);
    skippedForSeveral();
    golden("run-skipped-colour");
  }

  @Test
  void what_is_required_and_there_gets_a_line() {
    told().require(List.of(Example.NEED), 1_200, List.of());
    passingRun();
    golden("run-requires");
  }

  @Test
  void mistakes_are_counted_at_the_end() {
    FileResult file = FileResult.invalid("broken.yaml", mistakes());
    lines.addAll(
        new MistakesText(ReportSettings.usual(Theme.PLAIN)).render(file, "nothing was run"));
    golden("mistakes");
  }

  @Test
  void no_line_holds_a_control_character() {
    told();
    passingRun();
    assertTrue(lines.stream().flatMapToInt(String::chars).noneMatch(Character::isISOControl));
  }

  static List<Diagnostic> mistakes() {
    return List.of(
        Diagnostic.at(Example.at("lab: {}"), "unknown-key", "there is no key `lab` here")
            .label("did you mean `web`?"),
        Diagnostic.of("no-variable", "no variable is called `x`").help("`vars:` declares them"));
  }
}
