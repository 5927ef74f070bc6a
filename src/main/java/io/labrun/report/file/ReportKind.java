package io.labrun.report.file;

import java.util.Locale;
import java.util.function.Supplier;

/** The forms of reports. */
public enum ReportKind {
  /** TAP, version 14. */
  TAP(TapReport::new, false);

  private final Supplier<FileReport> report;
  private final boolean snapshot;

  /**
   * A kind.
   *
   * @param snapshot whether it shows what stood at the end of each run
   */
  ReportKind(Supplier<FileReport> report, boolean snapshot) {
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
  public FileReport open() {
    return report.get();
  }
}
