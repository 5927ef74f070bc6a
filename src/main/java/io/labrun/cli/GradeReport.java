package io.labrun.cli;

import io.labrun.event.RunEvent;
import io.labrun.report.Report;
import java.util.List;

/** Lines on standard output; of the runs themselves nothing is said. */
final class GradeReport implements Report {
  private final Console console;

  GradeReport(Console console) {
    this.console = console;
  }

  @Override
  public void on(RunEvent event) {
    // A row says what came of it.
  }

  @Override
  public void paragraph(List<String> text) {
    text.forEach(console.out()::println);
    console.out().flush();
  }

  @Override
  public void stopping(String line) {
    console.err().println("labrun: " + line);
  }

  @Override
  public void close() {
    // Nothing moves.
  }
}
