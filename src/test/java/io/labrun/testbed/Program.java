package io.labrun.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The built program, started in a folder.
 *
 * @param folder its working directory
 */
public record Program(Path folder) {
  private static final String PATH = Path.of("target/labrun").toAbsolutePath().toString();

  /**
   * What came of it.
   *
   * @param status the exit status
   * @param out what it wrote, errors too
   */
  public record Ended(int status, String out) {}

  /** The program in a folder. */
  public static Program in(Path folder) {
    return new Program(folder);
  }

  /** Runs it with arguments until it ends; nobody is there to answer it. */
  public Ended run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PATH));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process =
        builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile()).start();
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), text);
    }
  }

  /** The runs of a scenario that stand, a line each; empty where none does. */
  public String standing(String scenario) throws IOException, InterruptedException {
    return run("ls", "--quiet")
        .out()
        .lines()
        .filter(line -> line.matches(scenario + "-[0-9a-f]{4}"))
        .collect(Collectors.joining("\n"));
  }
}
