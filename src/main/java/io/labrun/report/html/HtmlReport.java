package io.labrun.report.html;

import io.labrun.event.BatchResult;
import io.labrun.event.ScenarioRun;
import io.labrun.report.ReportSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.function.Function;

/** Writes a batch as one HTML page that a person reads, prints or sends on. */
public final class HtmlReport {
  private final String version;
  private final Function<ScenarioRun, ReportSettings> settings;
  private final boolean grades;
  private final ZoneId zone;

  /**
   * A page with times as this machine's clock shows them.
   *
   * @param version labrun's
   * @param settings how a run is shown, and the commands for it; all in one language
   * @param grades whether the files are students' submissions
   */
  public HtmlReport(
      String version, Function<ScenarioRun, ReportSettings> settings, boolean grades) {
    this(version, settings, grades, ZoneId.systemDefault());
  }

  /** The same with times of a zone. */
  HtmlReport(
      String version, Function<ScenarioRun, ReportSettings> settings, boolean grades, ZoneId zone) {
    this.version = version;
    this.settings = settings;
    this.grades = grades;
    this.zone = zone;
  }

  /**
   * Writes all of it.
   *
   * @param out is not closed
   */
  public void write(BatchResult batch, Writer out) throws IOException {
    try {
      Totals totals = grades ? Totals.ofGrades(batch) : Totals.of(batch);
      new Page(new Markup(out), settings, zone).write(batch, totals, version);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
