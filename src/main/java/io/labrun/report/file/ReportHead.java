package io.labrun.report.file;

/**
 * What a report says besides what came of the batch.
 *
 * @param version labrun's
 * @param language of the scenarios' own texts: a code such as {@code en}
 */
public record ReportHead(String version, String language) {}
