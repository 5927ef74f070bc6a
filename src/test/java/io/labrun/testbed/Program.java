package io.labrun.testbed;

import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** The runs of a scenario of which anything stands, a line each; empty where none does. */
  public String standing(String scenario) {
    // Asked without the program: it takes a second of the processor to start.
    try (Engine engine = TestEngine.connect()) {
      return engine.labelled(Map.of(Labels.RUN, "")).stream()
          .map(object -> object.labels().get(Labels.RUN))
          .filter(run -> run.matches(scenario + "-[0-9a-f]{4}"))
          .distinct()
          .collect(Collectors.joining("\n"));
    }
  }
}
