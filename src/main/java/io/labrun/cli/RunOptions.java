package io.labrun.cli;

import io.labrun.report.file.ReportHead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of whatever runs scenarios to their end and tells of it. */
class RunOptions extends GrantOptions {
  @Option(names = "--offline", description = OfflineOption.DESCRIPTION)
  private boolean offline;

  @Option(
      names = "--report",
      paramLabel = "KIND=FILE",
      converter = ReportFileConverter.class,
      completionCandidates = ReportFileConverter.Words.class,
      description =
          "Write a report as well, into a file or, for -, to standard output, and then all"
              + " else to standard error. Kinds: ${COMPLETION-CANDIDATES}. May be repeated.")
  private List<ReportFile> reports = new ArrayList<>();

  /** Whether no registry may be asked. */
  boolean offline() {
    return offline;
  }

  /** The reports that are wanted. */
  List<ReportFile> reports() {
    return reports;
  }

  /**
   * Makes ready to write them.
   *
   * @param graded whether they tell of submissions
   * @throws UseException if one of them cannot be written, as far as that can be known
   */
  ReportFiles reportFiles(Console console, boolean graded) {
    String language = language().orElseGet(() -> Terminal.language(console.env()));
    String folder = Path.of("").toAbsolutePath().toString();
    ReportHead head =
        new ReportHead(Version.number(), language, graded).given(words()).from(folder);
    ReportFiles files = new ReportFiles(reports, console, head);
    files.check();
    return files;
  }
}
