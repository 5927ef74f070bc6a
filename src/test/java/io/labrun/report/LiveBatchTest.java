package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.BatchEvent;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.plan.StepKind;
import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a batch moves in a terminal. */
final class LiveBatchTest {
  private static final String[] FILES = {
    "s/bridge.yaml", "s/macvlan.yaml", "s/overlay.yaml", "s/volume.yaml"
  };

  private final List<String> frames = new ArrayList<>();
  private final TerminalScreen screen = new TerminalScreen();
  private int rows = 24;
  private int columns;
  private Function<String, Optional<Duration>> earlier = file -> Optional.empty();
  private BatchReport report;

  private BatchRun batch(Theme theme, String... files) {
    BatchRun batch = new BatchRun(files);
    columns = theme.width();
    BatchView view =
        new BatchView(
            ReportSettings.usual(theme),
            "",
            file -> earlier.apply(file),
            engine -> Optional.empty());
    report =
        BatchReport.live(view, batch::nanos, new Window(() -> columns, () -> rows, this::show));
    return batch.tell(report);
  }

  private void show(String text) {
    frames.add(text);
    screen.print(text);
  }

  private void frame(BatchRun batch, long millis) {
    batch.pass(millis);
    report.tick();
  }

  private List<String> film(Theme theme) {
    List<String> film = new ArrayList<>();
    BatchRun batch = batch(theme, FILES);
    film.addAll(screen.lines("begin"));
    Run bridge = batch.start(0, Example.named("bridge"));
    bridge.start(StepKind.IMAGE, "busybox");
    bridge.layer("busybox", "a1", "Downloading", 12_300_000, 27_100_000);
    Run macvlan = batch.start(1, Example.named("macvlan"));
    macvlan.requiring(List.of(Example.NEED));
    frame(batch, 1_000);
    film.addAll(screen.lines("pulling, requiring"));
    macvlan.require(List.of(Example.NEED), 0, List.of());
    bridge.finish(StepKind.IMAGE, "busybox").start(StepKind.NETWORK, "lab", "elsewhere");
    bridge.finish(StepKind.NETWORK, "lab");
    frame(batch, 2_000);
    film.addAll(screen.lines("networks"));
    macvlan.setUp();
    batch.start(2, Example.named("overlay"));
    report.on(happened(1, new RunEvent.AssertionStarted(Example.separated())));
    report.on(happened(1, new RunEvent.AssertionTried(Example.separated(), 11)));
    frame(batch, 3_000);
    film.addAll(screen.lines("assertion"));
    macvlan.check(Example.reached());
    report.on(happened(1, new RunEvent.RemovalStarted(5)));
    report.on(happened(1, new RunEvent.Removed("container", "web")));
    frame(batch, 200);
    film.addAll(screen.lines("removing"));
    macvlan.end(Outcome.FAILED, null, List.of(), Example.reached());
    batch.finish(1, 0);
    frame(batch, 200);
    film.addAll(screen.lines("the second is over, the first is not"));
    bridge.end(Outcome.PASSED, null, List.of(), Example.passed(Example.resolves(), 1));
    batch.finish(0, 0);
    frame(batch, 100);
    film.addAll(screen.lines("the first is over too"));
    return film;
  }

  private static BatchEvent happened(int index, RunEvent event) {
    return new BatchEvent.RunHappened(index, event);
  }

  @Test
  void each_scenario_under_way_has_a_line_and_all_have_a_bar() {
    Golden.check("report/live-batch.txt", film(Theme.PLAIN));
  }

  @Test
  void so_it_is_in_40_columns_and_ascii() {
    List<String> film = film(new Theme(Marks.ASCII, false, 40));
    Golden.check("report/live-batch-40-ascii.txt", film);
  }

  @Test
  void so_it_is_in_200_columns() {
    earlier = file -> Optional.of(Duration.ofSeconds(file.length() * 10L));
    Golden.check("report/live-batch-200.txt", film(new Theme(Marks.UNICODE, false, 200)));
  }

  private List<String> severalEngines(Theme theme) {
    List<String> film = new ArrayList<>();
    BatchRun batch = batch(theme, FILES);
    String own = "unix:///var/run/docker.sock";
    String other = "tcp://lab2.example.org:2375, not secured";
    batch.tell(new BatchEvent.EnginesConnected(List.of(own, other)));
    batch.start(0, Example.named("bridge"), own).start(StepKind.IMAGE, "busybox");
    batch.start(1, Example.named("macvlan"), other).start(StepKind.NETWORK, "lab", "elsewhere");
    batch.tell(new BatchEvent.FileDelayed(2, 0, "both take port 8080/tcp"));
    batch.tell(new BatchEvent.FileDelayed(3, 1, "it must be alone"));
    frame(batch, 1_000);
    film.addAll(screen.lines("two under way, two wait"));
    batch.finish(1, FileResult.unrun(FILES[1], Problem.of("not today")));
    frame(batch, 100);
    film.addAll(screen.lines("who waited for the second has but no place yet"));
    batch.start(3, Example.named("volume"), other);
    frame(batch, 100);
    film.addAll(screen.lines("it has one"));
    return film;
  }

  @Test
  void of_several_engines_it_is_said_which_and_who_waits_says_for_what() {
    Golden.check("report/live-batch-engines.txt", severalEngines(Theme.PLAIN));
  }

  @Test
  void so_it_is_in_40_columns_and_ascii_on_several_engines() {
    List<String> film = severalEngines(new Theme(Marks.ASCII, false, 40));
    Golden.check("report/live-batch-engines-40-ascii.txt", film);
  }

  @Test
  void so_it_is_in_200_columns_on_several_engines() {
    List<String> film = severalEngines(new Theme(Marks.UNICODE, false, 200));
    Golden.check("report/live-batch-engines-200.txt", film);
  }

  @Test
  void of_many_that_wait_a_few_are_named_and_the_others_are_counted() {
    String[] files = IntStream.range(0, 40).mapToObj(i -> "f" + i + ".yaml").toArray(String[]::new);
    BatchRun batch = batch(Theme.PLAIN, files);
    batch.start(0, Example.named("x"));
    for (int i = 1; i < 40; i++) {
      batch.tell(new BatchEvent.FileDelayed(i, 0, "both use the interface eth1"));
    }
    frame(batch, 1_000);
    List<String> lines = screen.lines();
    assertEquals("  · f1   waits for f0: both use the interface eth1", lines.get(1));
    assertEquals("    and 36 more wait", lines.get(4));
    assertEquals(6, lines.size());
    rows = 4;
    frame(batch, 1_000);
    assertEquals("    39 wait", screen.lines().get(1));
    report.stopping("stopping");
    assertTrue(screen.lines().stream().noneMatch(line -> line.contains("wait")), "it is over");
  }

  @Test
  void a_terminal_that_is_resized_has_no_broken_lines_and_no_remains() {
    screen.resize(80);
    BatchRun batch = batch(Theme.PLAIN, FILES);
    for (int i = 0; i < 3; i++) {
      batch.start(i, Example.named("x")).start(StepKind.CONTAINER, "web", "client", "stranger");
    }
    frame(batch, 1_000);
    screen.resize(50);
    frame(batch, 100);
    assertEquals(4, screen.lines().size(), "drawn while the new width was not known yet");
    for (int width : new int[] {50, 120, 40}) {
      screen.resize(width);
      columns = width;
      frame(batch, 100);
      List<String> lines = screen.lines();
      assertEquals(4, lines.size(), width + " columns: " + lines);
      assertEquals(width, TextWidth.of(lines.get(0)), width + " columns: " + lines);
    }
    Run run = batch.start(3, Example.named("volume"));
    run.end(Outcome.PASSED, null, List.of(), Example.passed(Example.resolves(), 1));
    batch.finish(3, 0);
    assertTrue(screen.lines().stream().allMatch(line -> TextWidth.of(line) <= 40));
    report.close();
  }

  @Test
  void what_stays_is_what_is_shown_without_a_terminal() {
    String[] files = IntStream.range(0, 7).mapToObj(i -> "f" + i + ".yaml").toArray(String[]::new);
    BatchRun moving = batch(Theme.PLAIN, files);
    BatchReportTest.mixed(moving);
    moving.end("");
    report.close();
    List<String> plain = new ArrayList<>();
    BatchRun still = new BatchRun(files);
    BatchView usual = BatchView.of(ReportSettings.usual(Theme.PLAIN));
    still.tell(BatchReport.plain(usual, still::nanos, plain::add, plain::add));
    BatchReportTest.mixed(still);
    still.end("");
    assertEquals(plain, screen.lines());
  }

  @Test
  void it_is_never_higher_than_the_terminal_nor_wider() {
    for (int width : new int[] {40, 41, 60, 80, 200}) {
      for (rows = 1; rows < 12; rows++) {
        screen.print("\r\u001b[J");
        int before = screen.lines().size();
        String[] files =
            IntStream.range(0, 40)
                .mapToObj(i -> "s/a-rather-long-name-of-a-scenario-" + i + ".yaml")
                .toArray(String[]::new);
        BatchRun batch = batch(new Theme(Marks.UNICODE, false, width), files);
        for (int i = 0; i < 30; i++) {
          batch.start(i, Example.named("x")).start(StepKind.CONTAINER, "web", "client", "stranger");
        }
        frame(batch, 700_000);
        List<String> moving = screen.lines().subList(before, screen.lines().size());
        assertTrue(moving.size() <= Math.max(1, rows - 1), rows + " rows: " + moving);
        assertTrue(
            moving.stream().allMatch(line -> TextWidth.of(line) <= width),
            width + " columns: " + moving);
        report.close();
      }
    }
  }

  @Test
  void it_is_not_drawn_more_often_than_ten_times_a_second() {
    BatchRun batch = batch(Theme.PLAIN, FILES);
    Run run = batch.start(0, Example.named("bridge")).start(StepKind.IMAGE, "busybox");
    frames.clear();
    for (int millis = 0; millis < 1_000; millis++) {
      batch.pass(1);
      run.layer("busybox", "a1", "Downloading", millis, 1_000);
    }
    assertTrue(frames.size() <= 10, () -> frames.size() + " frames");
    assertTrue(frames.size() >= 9, () -> frames.size() + " frames");
  }

  @Test
  void the_cursor_comes_back_whatever_happens() {
    BatchRun batch = batch(Theme.PLAIN, FILES);
    batch.start(0, Example.named("bridge"));
    frame(batch, 100);
    assertFalse(screen.cursorShown());
    report.close();
    report.close();
    assertTrue(screen.cursorShown());
    frame(batch, 500);
    assertTrue(screen.cursorShown());
  }

  @Test
  void what_is_known_of_earlier_times_gives_the_time_left() {
    earlier = file -> Optional.of(Duration.ofSeconds(60));
    BatchRun batch = batch(Theme.PLAIN, FILES);
    assertEquals("0 of 4", left());
    batch.start(0, Example.named("bridge"));
    Run second = batch.start(1, Example.named("macvlan"));
    frame(batch, 30_000);
    assertEquals("about 2 min left", left());
    second.end(Outcome.PASSED, null, List.of(), Example.passed(Example.resolves(), 1));
    batch.finish(1, 0);
    frame(batch, 10_000);
    assertEquals("about 2 min left", left());
    frame(batch, 40_000);
    assertEquals("about 1 min left", left());
  }

  @Test
  void where_nothing_is_known_the_first_that_ends_gives_it() {
    BatchRun batch = batch(Theme.PLAIN, FILES);
    Run first = batch.start(0, Example.named("bridge"));
    frame(batch, 7_000);
    assertEquals("0 of 4", left());
    first.end(Outcome.PASSED, null, List.of(), Example.passed(Example.resolves(), 1));
    batch.finish(0, 0);
    frame(batch, 100);
    assertEquals("about 25 s left", left());
  }

  private String left() {
    List<String> lines = screen.lines();
    String bar = lines.get(lines.size() - 1);
    int time = bar.indexOf("about");
    return time < 0 ? bar.replaceAll("[━─]", "").strip() : bar.substring(time);
  }

  @Test
  void the_bar_never_goes_back() {
    earlier = file -> Optional.of(Duration.ofSeconds(100));
    BatchRun batch = batch(Theme.PLAIN, FILES);
    Run first = batch.start(0, Example.named("bridge"));
    frame(batch, 50_000);
    long full = full();
    assertTrue(full > 2, full + " of the bar");
    first.end(Outcome.SKIPPED, Problem.of("no such driver"), List.of());
    batch.finish(0, 0);
    frame(batch, 100);
    assertEquals(full, full());
  }

  private long full() {
    List<String> lines = screen.lines();
    return lines.get(lines.size() - 1).chars().filter(c -> c == '━').count();
  }
}
