package io.labrun.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Prints how long labrun takes beside the other ways to the same end, on this machine.
 *
 * <p>Prints and never judges: machines and their neighbours differ, ratios differ less.
 */
public final class Benchmark {
  private static final int FILES = 1000;
  private static final String NO_CLI = "skipped: no docker CLI here";

  private final String labrun;
  private final String java;
  private final Path folder;
  private final Path table;
  private final boolean cli;

  private Benchmark(Path target, Path javaHome) {
    this.labrun = target.resolve("labrun").toString();
    this.java = javaHome.resolve("bin/java").toString();
    this.folder = target.resolve("bench");
    this.table = folder.resolve("table.txt");
    this.cli = succeeds(Command.of("docker", "version"));
  }

  /** Takes the folder of the build and that of the JDK. */
  public static void main(String[] args) throws IOException, InterruptedException {
    new Benchmark(Path.of(args[0]).toAbsolutePath(), Path.of(args[1])).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.deleteIfExists(table);
    print(Contest.head());
    Command bare =
        Command.of(java, "-Xshare:auto", "-cp", folder + "/classes", Nothing.class.getName());
    String small = "src/bench/small.yaml";
    print(
        new Contest(
            "--version",
            Command.of(labrun, "--version"),
            "a JVM that does nothing",
            Optional.of(bare),
            "0.20 s",
            15));
    print(
        new Contest(
            "--help",
            Command.of(labrun, "--help"),
            "a JVM that does nothing",
            Optional.of(bare),
            "",
            15));
    print(
        new Contest(
            "validate one scenario",
            Command.of(labrun, "validate", small),
            "a JVM that does nothing",
            Optional.of(bare),
            "0.35 s",
            15));
    print(
        new Contest(
            "validate 1,000 scenarios",
            Command.of(labrun, "validate", "-q", thousand()),
            "",
            Optional.empty(),
            "3 s",
            5));
    String title = "3 containers, 2 networks, 3 checks";
    print(versus(title, small, "src/bench/tools.sh", "the same docker commands", "0.95"));
    print(versus(title, small, "src/bench/small.sh", "by hand, without tool containers", ""));
    Path scenario = Thirty.scenario(folder);
    print(
        versus(
            "30 containers, 5 networks",
            scenario.toString(),
            Thirty.script(folder).toString(),
            "the same docker commands",
            "0.70"));
    print(versusCompose(scenario.toString()));
    print(sideBySide());
    print(Copies.head());
    for (String row : new Copies(labrun, folder).rows()) {
      print(row);
    }
    Path jar = Path.of(labrun).resolveSibling("labrun.jar");
    for (String row : new Written(java, jar, folder).rows()) {
      print(row);
    }
    print(Shares.head());
    for (String row : new Shares(java, jar, folder).rows()) {
      print(row);
    }
  }

  private Contest sideBySide() {
    return new Contest(
        "all shipped scenarios, a batch",
        Command.of(labrun, "-q", "--allow", "all", "scenarios"),
        "the same with -j 1",
        Optional.of(Command.of(labrun, "-q", "--allow", "all", "-j", "1", "scenarios")),
        "0.60",
        3);
  }

  private Contest versus(String title, String scenario, String script, String what, String budget) {
    Optional<Command> other = Optional.of(Command.of("sh", script)).filter(command -> cli);
    String name = cli ? what : NO_CLI;
    return new Contest(title, Command.of(labrun, scenario), name, other, budget, 5);
  }

  private Contest versusCompose(String scenario) throws IOException, InterruptedException {
    String answer = fetchCompose();
    Optional<Command> other = Optional.empty();
    String name = "skipped: " + answer;
    if (Files.isExecutable(Path.of(answer))) {
      other = Optional.of(Command.of("sh", Thirty.compose(folder, answer).toString()));
      name = "docker compose up and down";
    }
    return new Contest(
        "30 containers, 5 networks", Command.of(labrun, scenario), name, other, "< 1", 5);
  }

  /** The path of a docker-compose, or the reason why there is none. */
  private String fetchCompose() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "src/bench/fetch-compose", folder.resolve("compose").toString())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.strip();
  }

  private String thousand() throws IOException {
    Path files = Files.createDirectories(folder.resolve("thousand"));
    String text = Files.readString(Path.of("src/bench/small.yaml"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(
          files.resolve("s%03d.yaml".formatted(i)),
          text.replace("bench-small", "bench-small-" + i));
    }
    return files.toString();
  }

  private void print(Contest contest) throws IOException, InterruptedException {
    try {
      print(contest.line());
    } catch (IOException e) {
      print(contest.title() + ": not measured: " + e.getMessage());
    }
  }

  /** To the build's output and, because `mvn -q` hides that, to a file. */
  private void print(String line) throws IOException {
    System.out.println(line);
    Files.writeString(table, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static boolean succeeds(Command command) {
    try {
      command.seconds();
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
