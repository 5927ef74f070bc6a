package io.labrun.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much of the time of each shipped scenario is labrun's own: neither waiting for the engine nor
 * an interval that the scenario asks for. From the start of the JVM to its end.
 *
 * @param java the program
 * @param jar labrun
 * @param folder for what is kept between
 */
record Shares(String java, Path jar, Path folder) {
  private static final String ROW = "%-26s %7.2f s %7.2f s %7.2f s %7.2f s %5.0f %%   %s";

  /** The seconds of one run. */
  private record Share(double whole, double engine, double intervals, int exit) {
    double own() {
      return whole - engine - intervals;
    }

    String row(String name, String note) {
      String remark = exit == 0 ? note : note + " exit status " + exit;
      return String.format(
          Locale.ROOT, ROW, name, whole, engine, intervals, own(), 100 * own() / whole, remark);
    }
  }

  static String head() {
    return "\n%-26s %9s %9s %9s %9s %7s"
        .formatted("scenario", "whole", "engine", "intervals", "labrun", "share");
  }

  /**
   * A row for each scenario in a process of its own, and one for all in one run; each runs once.
   */
  List<String> rows() throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>();
    for (Path scenario : scenarios()) {
      String name = scenario.getFileName().toString().replace(".yaml", "");
      rows.add(run(scenario).row(name, ""));
    }
    rows.add(run(Path.of("scenarios")).row("labrun -j 1 scenarios", "budget: 10 %"));
    return rows;
  }

  private static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private Share run(Path scenario) throws IOException, InterruptedException {
    Path result = Files.createTempFile(folder, "share", ".txt");
    long start = System.nanoTime();
    int exit = command(result, scenario).start().waitFor();
    double whole = (System.nanoTime() - start) / 1e9;
    String[] waited = Files.readString(result).split(" ");
    Files.delete(result);
    return new Share(whole, Double.parseDouble(waited[0]), Double.parseDouble(waited[1]), exit);
  }

  /** With the sampler before it. */
  private ProcessBuilder command(Path result, Path scenario) {
    String[] words = {result.toString(), "run", "--allow", "all", "-j", "1", scenario.toString()};
    return AsLaunched.program(java, jar, folder, Sampler.class, words)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }
}
