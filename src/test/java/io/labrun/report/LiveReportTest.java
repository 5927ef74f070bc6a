package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.RunEvent;
import io.labrun.plan.StepKind;
import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Theme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a run moves in a terminal. */
final class LiveReportTest {
  private final List<String> frames = new ArrayList<>();
  private final TerminalScreen screen = new TerminalScreen();
  private final Run run = new Run(Example.plan());
  private int rows = 24;
  private int columns = 80;
  private LiveReport report = report(Theme.PLAIN);

  private LiveReport report(Theme theme) {
    LiveReport made =
        new LiveReport(
            ReportSettings.usual(theme),
            Task.RUN,
            run::nanos,
            new Window(() -> Math.min(columns, theme.width()), () -> rows, this::show));
    run.tell(made);
    return made;
  }

  private void show(String text) {
    frames.add(text);
    screen.print(text);
  }

  private void frame(long millis) {
    run.pass(millis);
    report.tick();
  }

  @Test
  void what_is_under_way_is_drawn_below_what_is_done() {
    List<String> film = new ArrayList<>();
    run.begin().start(StepKind.IMAGE, "busybox");
    run.layer("busybox", "a1b2c3d4e5f6", "Downloading", 12_300_000, 27_100_000);
    run.layer("busybox", "0a0b0c0d0e0f", "Extracting", 5, 10);
    run.layer("busybox", "ffffffffffff", "Pull complete", 0, 0);
    frame(1_000);
    film.addAll(screen.lines("pulling"));
    run.finish(StepKind.IMAGE, "busybox").start(StepKind.NETWORK, "lab", "elsewhere");
    frame(100);
    film.addAll(screen.lines("networks"));
    run.finish(StepKind.NETWORK, "lab", "elsewhere");
    run.start(StepKind.CONTAINER, "web", "client", "stranger").finish(StepKind.CONTAINER, "web");
    run.start(StepKind.HEALTHY, "web");
    frame(400);
    film.addAll(screen.lines("containers"));
    run.finish(StepKind.CONTAINER, "client", "stranger").finish(StepKind.HEALTHY, "web");
    run.check(Example.passed(Example.resolves(), 100));
    report.on(new RunEvent.AssertionStarted(Example.separated()));
    report.on(new RunEvent.AssertionTried(Example.separated(), 11));
    frame(3_100);
    film.addAll(screen.lines("assertion"));
    report.on(new RunEvent.AssertionFinished(Example.reached()));
    report.on(new RunEvent.RemovalStarted(5));
    report.on(new RunEvent.Removed("container", "web"));
    frame(200);
    film.addAll(screen.lines("removing"));
    run.remove().end(Outcome.FAILED, null, List.of(), Example.reached());
    report.close();
    film.addAll(screen.lines("the end"));
    Golden.check("report/live.txt", film);
  }

  @Test
  void what_is_required_is_drawn_while_it_is_looked_at() {
    List<String> film = new ArrayList<>();
    run.begin().requiring(List.of(Example.NEED));
    frame(700);
    film.addAll(screen.lines("looking"));
    run.require(List.of(Example.NEED), 400, List.of());
    frame(100);
    film.addAll(screen.lines("it is there"));
    Golden.check("report/live-requires.txt", film);
  }

  @Test
  void what_stays_is_what_is_shown_without_a_terminal() {
    AssertionResult passed = Example.passed(Example.resolves(), 120);
    run.begin().setUp().check(passed, Example.reached()).remove();
    run.end(Outcome.FAILED, null, List.of(), passed, Example.reached());
    report.close();
    List<String> plain = new ArrayList<>();
    Run again = new Run(Example.plan());
    again.tell(
        new PlainReport(
            ReportSettings.usual(Theme.PLAIN), Task.RUN, again::nanos, plain::add, plain::add));
    again.begin().setUp().check(passed, Example.reached()).remove();
    again.end(Outcome.FAILED, null, List.of(), passed, Example.reached());
    assertEquals(plain, screen.lines());
  }

  @Test
  void it_is_not_drawn_more_often_than_ten_times_a_second() {
    run.begin().start(StepKind.NETWORK, "lab");
    frames.clear();
    for (int millis = 0; millis < 1_000; millis++) {
      run.pass(1);
      run.layer("busybox", "a1", "Downloading", millis, 1_000);
      report.tick();
    }
    assertTrue(frames.size() <= 10, () -> frames.size() + " frames");
    assertTrue(frames.size() >= 9, () -> frames.size() + " frames");
  }

  @Test
  void it_is_never_higher_than_the_terminal_nor_wider() {
    rows = 6;
    report = report(new Theme(Marks.UNICODE, false, 40));
    run.begin().start(StepKind.IMAGE, "busybox");
    for (int i = 0; i < 50; i++) {
      run.layer(
          "busybox", "layer" + i + "xxxxxxxxxxxxxxx", "Downloading", 1_000_000L * i, 50_000_000);
    }
    frame(500);
    List<String> moving = screen.lines();
    assertEquals(2 + 5, moving.size(), moving.toString());
    assertTrue(moving.stream().allMatch(line -> TextWidth.of(line) <= 40), moving.toString());
  }

  @Test
  void a_terminal_that_is_made_narrower_has_no_broken_lines_and_no_remains() {
    screen.resize(80);
    run.begin().start(StepKind.IMAGE, "busybox").start(StepKind.NETWORK, "lab", "elsewhere");
    run.layer("busybox", "a1", "Downloading", 12_300_000, 27_100_000);
    frame(200);
    int before = screen.lines().size();
    for (int width : new int[] {70, 60, 75}) {
      columns = width;
      screen.resize(width);
      frame(200);
      List<String> lines = screen.lines();
      assertEquals(before, lines.size(), lines.toString());
      String last = lines.get(before - 1);
      assertEquals(width, TextWidth.of(last), last);
      assertTrue(last.matches(".* \\d\\.\\d s"), last);
    }
  }

  @Test
  void the_cursor_comes_back_whatever_happens() {
    run.begin().start(StepKind.NETWORK, "lab");
    frame(100);
    assertFalse(screen.cursorShown());
    report.close();
    report.close();
    assertTrue(screen.cursorShown());
    run.finish(StepKind.NETWORK, "lab");
    frame(500);
    assertTrue(screen.cursorShown());
  }

  @Test
  void what_the_terminal_echoes_for_ctrl_c_leaves_no_trace() {
    run.begin().start(StepKind.NETWORK, "lab");
    frame(100);
    screen.print("^C");
    frame(100);
    assertEquals(2, screen.lines().size(), screen.lines().toString());
    assertTrue(frames.stream().filter(f -> !f.isEmpty()).allMatch(f -> f.endsWith("\r")));
  }

  @Test
  void nothing_is_drawn_where_nothing_changed() {
    run.begin().start(StepKind.NETWORK, "lab").finish(StepKind.NETWORK, "lab");
    frame(200);
    frames.clear();
    frame(200);
    frame(200);
    assertEquals(List.of(), frames);
  }
}
