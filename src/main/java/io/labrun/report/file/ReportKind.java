package io.labrun.report.file;

import io.labrun.report.html.HtmlReport;
import java.util.Locale;
import java.util.function.Function;

/** The forms of reports. */
public enum ReportKind {
  /** A page for people. */
  HTML(head -> new HtmlReport(head.version(), head::settings, head.grades())::write, true),
  /** All that is known, for programs. */
  JSON(JsonReport::new, false),
  /** JUnit XML, for Jenkins, GitLab and viewers on GitHub. */
  JUNIT(JUnitReport::new, false),
  /** TAP, version 14. */
  TAP(TapReport::new, false),
  /** Annotations of GitHub Actions. */
  GITHUB(GitHubReport::new, false),
  /** A gradebook for spreadsheets. */
  CSV(CsvReport::new, false);

  private final Function<ReportHead, FileReport> report;
  private final boolean snapshot;

  /**
   * A kind.
   *
   * @param snapshot whether it shows what stood at the end of each run
   */
  ReportKind(Function<ReportHead, FileReport> report, boolean snapshot) {
    this.report = report;
    this.snapshot = snapshot;
  }

  /** The word for it on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it shows what stood at the end of each run. */
  public boolean needsSnapshot() {
    return snapshot;
  }

  /** A report of this kind. */
  public FileReport open(ReportHead head) {
    return report.apply(head);
  }
}
