package io.labrun.cli;

import io.labrun.run.engine.Passwords;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keeps what is needed to find a mistake of ours in a file. */
final class BugReport {
  private BugReport() {}

  /**
   * Writes a report into the folder for temporary files.
   *
   * <p>Values given with {@code --set} are left out, and passwords in addresses.
   *
   * @return the file; empty if it could not be written
   */
  static Optional<Path> write(Throwable mistake, String... args) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(Version.line());
    List<String> words = Arrays.stream(args).map(BugReport::withoutValue).toList();
    out.println("arguments: " + words);
    out.println();
    mistake.printStackTrace(out);
    out.flush();
    try {
      Path file = Files.createTempFile("labrun-mistake-", ".txt");
      Files.writeString(file, Passwords.hiddenIn(text.toString()));
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String withoutValue(String word) {
    int cut = word.indexOf('=', word.startsWith("--set=") ? "--set=".length() : 0);
    return cut < 0 ? Passwords.hidden(word) : word.substring(0, cut) + "=...";
  }
}
