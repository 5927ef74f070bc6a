package io.labrun.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the benchmark on labrun's classes, started as the launcher starts labrun. */
final class AsLaunched {
  private AsLaunched() {}

  /**
   * Prepares it.
   *
   * @param jar labrun's, beside which lies its archive of classes
   * @param folder the benchmark's, with its own classes
   */
  static ProcessBuilder program(
      String java, Path jar, Path folder, Class<?> main, String... arguments) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(java, "-XX:SharedArchiveFile=" + jar.resolveSibling("labrun.jsa")));
    words.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    words.addAll(List.of("-Xshare:auto", "-Xmx96m", "-Xmn40m"));
    words.addAll(List.of("-cp", jar + ":" + folder.resolve("classes"), main.getName()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words);
  }
}
