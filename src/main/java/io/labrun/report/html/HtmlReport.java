package io.labrun.report.html;

import io.labrun.event.BatchResult;
import io.labrun.report.ReportSettings;
import io.labrun.source.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;

/** Writes a batch as one HTML page that a person reads, prints or sends on. */
public final class HtmlReport {
  private final String version;
  private final String language;
  private final ZoneId zone;

  /**
   * A page with times as this machine's clock shows them.
   *
   * @param version labrun's
   * @param language of the scenarios' own texts: a code such as {@code en}
   */
  public HtmlReport(String version, String language) {
    this(version, language, ZoneId.systemDefault());
  }

  /** The same with times of a zone. */
  HtmlReport(String version, String language, ZoneId zone) {
    this.version = version;
    this.language = language;
    this.zone = zone;
  }

  /**
   * Writes all of it.
   *
   * @param out is not closed
   */
  public void write(BatchResult batch, Writer out) throws IOException {
    try {
      ReportSettings settings = ReportSettings.usual(Theme.PLAIN).in(language);
      new Page(new Markup(out), settings, zone).write(batch, version);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
