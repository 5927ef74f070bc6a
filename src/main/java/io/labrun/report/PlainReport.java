package io.labrun.report;

import io.labrun.event.RunEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Shows a run line by line as things finish; nothing moves, nothing is taken back. */
public final class PlainReport implements Report {
  private final Transcript transcript;
  private final Consumer<String> notices;

  /**
   * A report.
   *
   * @param nanos a clock that only goes forward, in nanoseconds
   * @param lines takes each line, without its end
   * @param notices takes what is no part of the report, such as that it is being stopped
   */
  public PlainReport(
      ReportSettings settings,
      Task task,
      LongSupplier nanos,
      Consumer<String> lines,
      Consumer<String> notices) {
    this.transcript = new Transcript(settings, task, nanos, lines);
    this.notices = notices;
  }

  @Override
  public synchronized void on(RunEvent event) {
    transcript.on(event);
  }

  @Override
  public synchronized void paragraph(List<String> text) {
    transcript.paragraph(text);
  }

  @Override
  public synchronized void stopping(String line) {
    transcript.stopping();
    notices.accept(line);
  }

  @Override
  public void close() {
    // Nothing to put back: lines were printed as they came.
  }
}
