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
  private final ZoneId zone;

  /**
   * A page with times as this machine's clock shows them.
   *
   * @param version labrun's
   * @param settings how a run is shown, and the commands for it; all in one language
   */
  public HtmlReport(String version, Function<ScenarioRun, ReportSettings> settings) {
    this(version, settings, ZoneId.systemDefault());
  }

  /** The same with times of a zone. */
  HtmlReport(String version, Function<ScenarioRun, ReportSettings> settings, ZoneId zone) {
    this.version = version;
    this.settings = settings;
    this.zone = zone;
  }

  /**
   * Writes all of it.
   *
   * @param out is not closed
   */
  public void write(BatchResult batch, Writer out) throws IOException {
    try {
      new Page(new Markup(out), settings, zone).write(batch, version);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
