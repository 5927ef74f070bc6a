package io.labrun.report.file;

/**
 * What a report says besides what came of the batch.
 *
 * @param version labrun's
 * @param language of the scenarios' own texts: a code such as {@code en}
 * @param grades whether the files of the batch are students' submissions: whatever came of an
 *     assertion that did not pass, it gives no points
 */
public record ReportHead(String version, String language, boolean grades) {

  /** What a report of files says that are nobody's submissions. */
  public ReportHead(String version, String language) {
    this(version, language, false);
  }
}
