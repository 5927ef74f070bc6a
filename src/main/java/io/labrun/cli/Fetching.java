package io.labrun.cli;

import io.labrun.report.FetchReport;

/** Images that are on their way, shown in a terminal of any size until they are all there. */
final class Fetching implements AutoCloseable {
  private final FetchReport report;
  private final Frames frames;
  private final TerminalSize size;

  /**
   * What is shown from now on.
   *
   * @param size of the terminal that it is in; is closed with it
   */
  Fetching(FetchReport report, TerminalSize size) {
    this.report = report;
    this.frames = new Frames(report::tick, report::close);
    this.size = size;
  }

  /** Where what comes is told. */
  FetchReport report() {
    return report;
  }

  @Override
  public void close() {
    frames.close();
    size.close();
  }
}
