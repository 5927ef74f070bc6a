package io.labrun.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Many copies of one scenario in one batch: what each takes, and whether memory, threads and open
 * files grow with their number.
 *
 * @param labrun the program
 * @param folder for the copies
 */
record Copies(String labrun, Path folder) {
  private static final String SCENARIO = "scenarios/none.yaml";
  private static final int FEW = 20;
  private static final int MANY = 200;

  /** What was seen of a process while it ran. */
  private record Seen(double seconds, long mebibytes, long threads, long files) {}

  static String head() {
    return "\n%-34s %9s %9s %9s %9s %9s"
        .formatted("copies of none in one batch", "whole", "each", "peak RSS", "threads", "files");
  }

  /** A row for few, a row for many, and how much longer each of many takes. */
  List<String> rows() throws IOException, InterruptedException {
    Seen few = run(FEW);
    Seen many = run(MANY);
    double ratio = many.seconds() / MANY / (few.seconds() / FEW);
    return List.of(
        row(FEW, few),
        row(MANY, many) + "   budget: 220 MiB",
        String.format(
            Locale.ROOT, "%-34s %9s %9.2f   budget: 1.10", "each, many by few", "", ratio));
  }

  private static String row(int count, Seen seen) {
    return String.format(
        Locale.ROOT,
        "%-34d %7.1f s %7.2f s %5d MiB %9d %9d",
        count,
        seen.seconds(),
        seen.seconds() / count,
        seen.mebibytes(),
        seen.threads(),
        seen.files());
  }

  private Seen run(int count) throws IOException, InterruptedException {
    Path files = Files.createDirectories(folder.resolve("copies-" + count));
    String text = Files.readString(Path.of(SCENARIO));
    for (int i = 0; i < count; i++) {
      Files.writeString(files.resolve("none-%03d.yaml".formatted(i)), text);
    }
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(labrun, "-q", files.toString())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long memory = 0;
    long threads = 0;
    long open = 0;
    while (process.isAlive()) {
      memory = Math.max(memory, status(process.pid(), "VmHWM:"));
      threads = Math.max(threads, status(process.pid(), "Threads:"));
      open = Math.max(open, files(process.pid()));
      Thread.sleep(50);
    }
    if (process.exitValue() != 0) {
      throw new IOException(count + " copies ended with exit code " + process.exitValue());
    }
    return new Seen((System.nanoTime() - start) / 1e9, memory / 1024, threads, open);
  }

  private static long status(long pid, String name) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // It has just ended.
    }
  }

  private static long files(long pid) {
    try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return all.count();
    } catch (IOException e) {
      return 0; // It has just ended.
    }
  }
}
