package io.labrun.cli;

import io.labrun.event.RunEvent;
import io.labrun.report.Detail;
import io.labrun.report.FetchReport;
import io.labrun.report.LiveReport;
import io.labrun.report.PlainReport;
import io.labrun.report.Report;
import io.labrun.report.ReportSettings;
import io.labrun.report.Task;
import java.util.List;

/** Opens the report that suits the output: one that moves for a terminal, otherwise plain lines. */
final class Reports {
  private Reports() {}

  /** Opens a report on standard output. */
  static Report open(Console console, ReportSettings settings, Task task) {
    if (!moves(console, settings)) {
      return new PlainReport(
          settings, task, System::nanoTime, console.out()::println, console.err()::println);
    }
    return new Ticking(settings, task, new TerminalSize(console));
  }

  /** Opens a report of images that are fetched, written or read, on standard output. */
  static FetchReport fetching(Console console, ReportSettings settings) {
    return moves(console, settings)
        ? FetchReport.live(
            settings, System::nanoTime, console.terminal()::rows, text -> draw(console, text))
        : FetchReport.plain(settings, System::nanoTime, console.out()::println);
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
  private static final class Ticking implements Report {
    private final LiveReport live;
    private final Frames frames;
    private final TerminalSize size;

    Ticking(ReportSettings settings, Task task, TerminalSize size) {
      this.size = size;
      this.live = new LiveReport(settings, task, System::nanoTime, size.window());
      this.frames = new Frames(live::tick, live::close);
    }

    @Override
    public void on(RunEvent event) {
      live.on(event);
    }

    @Override
    public void paragraph(List<String> text) {
      live.paragraph(text);
    }

    @Override
    public void stopping(String line) {
      live.stopping(line);
    }

    @Override
    public void close() {
      frames.close();
      size.close();
    }
  }
}
