package io.labrun.cli;

import io.labrun.event.RunEvent;
import io.labrun.report.Detail;
import io.labrun.report.FetchReport;
import io.labrun.report.GradeProgress;
import io.labrun.report.LiveReport;
import io.labrun.report.PlainReport;
import io.labrun.report.Report;
import io.labrun.report.ReportSettings;
import io.labrun.report.Task;

/** Opens the report that suits the output: one that moves for a terminal, otherwise plain lines. */
final class Reports {
  private Reports() {}

  /** Opens a report on standard output. */
  static Report open(Console console, ReportSettings settings, Task task) {
    if (!moves(console, settings)) {
      return new PlainReport(
          settings, task, System::nanoTime, console.out()::println, console.err()::println);
    }
    TerminalSize size = new TerminalSize(console);
    LiveReport live = new LiveReport(settings, task, System::nanoTime, size.window());
    return new Moving(live, size);
  }

  /** Opens a report of images that are fetched, written or read, on standard output. */
  static Fetching fetching(Console console, ReportSettings settings) {
    TerminalSize size = new TerminalSize(console);
    return new Fetching(
        moves(console, settings)
            ? FetchReport.live(settings, System::nanoTime, size.window())
            : FetchReport.plain(settings, System::nanoTime, console.out()::println),
        size);
  }

  /**
   * Opens a report of a grading on standard output.
   *
   * @param size of the terminal that it may be in
   */
  static GradeProgress grading(Console console, ReportSettings settings, TerminalSize size) {
    if (!moves(console, settings)) {
      return GradeProgress.plain(
          settings, System::nanoTime, console.out()::println, console.err()::println);
    }
    return GradeProgress.live(settings, System::nanoTime, size.window(), console.err()::println);
  }

  /** Whether what is shown may move. */
  static boolean moves(Console console, ReportSettings settings) {
    return console.terminal().out()
        && !console.terminal().dumb()
        && settings.detail() == Detail.USUAL;
  }

  /** Shows text with control sequences at once. */
  static void draw(Console console, String text) {
    console.out().print(text);
    console.out().flush();
  }

  /** A report that moves by itself. */
  private static final class Moving extends MovingDisplay<LiveReport> implements Report {
    Moving(LiveReport live, TerminalSize size) {
      super(live, live::tick, size);
    }

    @Override
    public void on(RunEvent event) {
      live.on(event);
    }
  }
}
