package io.labrun.cli;

import io.labrun.event.RunEvent;
import io.labrun.report.Detail;
import io.labrun.report.LiveReport;
import io.labrun.report.PlainReport;
import io.labrun.report.Report;
import io.labrun.report.ReportSettings;
import io.labrun.report.Task;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Opens the report that suits the output: one that moves for a terminal, otherwise plain lines. */
final class Reports {
  private static final int FRAME_MILLIS = 100;

  private Reports() {}

  /** Opens a report on standard output. */
  static Report open(Console console, ReportSettings settings, Task task) {
    boolean moves =
        console.terminal().out() && !console.terminal().dumb() && settings.detail() == Detail.USUAL;
    if (!moves) {
      return new PlainReport(
          settings, task, System::nanoTime, console.out()::println, console.err()::println);
    }
    LiveReport live =
        new LiveReport(
            settings,
            task,
            System::nanoTime,
            console.terminal()::rows,
            text -> {
              console.out().print(text);
              console.out().flush();
            });
    return new Ticking(live);
  }

  /** A report that moves by itself. */
  private static final class Ticking implements Report {
    private final LiveReport live;
    private final ScheduledExecutorService clock;
    private final Thread atExit;

    Ticking(LiveReport live) {
      this.live = live;
      this.clock = Executors.newSingleThreadScheduledExecutor(Ticking::daemon);
      this.clock.scheduleAtFixedRate(live::tick, FRAME_MILLIS, FRAME_MILLIS, TimeUnit.MILLISECONDS);
      this.atExit = new Thread(live::close, "labrun-terminal");
      Runtime.getRuntime().addShutdownHook(atExit);
    }

    private static Thread daemon(Runnable work) {
      Thread thread = new Thread(work, "labrun-frames");
      thread.setDaemon(true);
      return thread;
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
      clock.shutdown();
      live.close();
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException e) {
        // The process is ending already, and the hook has nothing left to do.
      }
    }
  }
}
