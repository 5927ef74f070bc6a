package io.labrun.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A command line to measure.
 *
 * @param words the program and what it is given
 */
record Command(List<String> words) {
  private static final Path STATUS_OF = Path.of("/proc");
  private static final String PEAK = "VmHWM:";

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  /** Runs it to its end, which must be a good one, and gives the seconds it took. */
  double seconds() throws IOException, InterruptedException {
    long start = System.nanoTime();
    int exit = start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (exit != 0) {
      throw new IOException(String.join(" ", words) + " ended with exit code " + exit);
    }
    return seconds;
  }

  /**
   * Runs it and gives the most memory it held at once, in MiB; 0 where there is no /proc.
   *
   * <p>The kernel keeps the high-water mark; what is missed is only what comes after the last look.
   */
  long peakMebibytes() throws IOException, InterruptedException {
    Process process = start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, highWater(process.pid()));
      Thread.sleep(2);
    }
    return peak / 1024;
  }

  private Process start() throws IOException {
    return new ProcessBuilder(words)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static long highWater(long pid) {
    try {
      return Files.readAllLines(STATUS_OF.resolve(pid + "/status")).stream()
          .filter(line -> line.startsWith(PEAK))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // It has just ended.
    }
  }
}
