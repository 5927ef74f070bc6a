package io.labrun.bench;

import com.sun.management.OperatingSystemMXBean;
import io.labrun.event.BatchResult;
import io.labrun.report.file.ReportHead;
import io.labrun.report.file.ReportKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes one report of 5,000 assertions, the first in its process, and prints what that took. */
final class OneReport {
  private OneReport() {}

  /**
   * Takes the kind and the file; prints the seconds that passed, and those of the processor that
   * the whole process used meanwhile, its compiler and its collector too.
   */
  public static void main(String[] args) throws IOException {
    ReportKind kind = ReportKind.valueOf(args[0]);
    BatchResult batch = Written.batch();
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = process.getProcessCpuTime();
    long start = System.nanoTime();
    try (Writer writer = new BufferedWriter(Files.newBufferedWriter(Path.of(args[1])))) {
      kind.open(new ReportHead("bench", "en")).write(batch, writer);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (process.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf(Locale.ROOT, "%.3f %.3f%n", seconds, busy);
  }
}
