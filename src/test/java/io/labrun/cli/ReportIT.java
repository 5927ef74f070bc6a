package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.labrun.report.file.JUnitSchema;
import io.labrun.report.file.ReportSchema;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of real runs: they pass, fail, lack something, are refused. */
final class ReportIT {
  private static final String BOX =
      """
      name: %s
      %s
      containers:
        box: {image: busybox, command: sleep infinity%s}
      assertions:
        - name: it speaks
          exec: {container: box, command: "printf '\\\\033[31m]]>%%%%0A::error::mine'"}
          expect: {stdout: %s}
          within: 0s
      """;

  @TempDir private Path folder;

  private String lab(String name, String requires, String more, String expected)
      throws IOException {
    Path file = folder.resolve(name + ".yaml");
    String text = BOX.formatted("it-report-" + name, requires, more, expected);
    return Files.writeString(file, text).toString();
  }

  @Test
  void all_kinds_of_real_results_are_as_the_schemas_say() throws Exception {
    Path json = folder.resolve("out/r.json");
    Path junit = folder.resolve("out/r.xml");
    Process process =
        new ProcessBuilder(
                Path.of("target/labrun").toAbsolutePath().toString(),
                "--report",
                "json=" + json,
                "--report",
                "junit=" + junit,
                "--report",
                "tap=-",
                lab("good", "", "", "{contains: mine}"),
                lab("bad", "", "", "never"),
                lab("lacks", "requires: {memory: 900t}", "", "never"),
                lab(
                    "asks",
                    "requires: {grants: [capabilities]}",
                    ", cap_add: [NET_ADMIN]",
                    "never"),
                Files.writeString(folder.resolve("broken.yaml"), "name: B").toString())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    String tap = new String(process.getInputStream().readAllBytes());
    assertEquals(3, process.waitFor(), Files.readString(folder.resolve("err")));
    String report = Files.readString(json);
    assertEquals(List.of(), ReportSchema.mistakes(report));
    JsonNode files = new ObjectMapper().readTree(report).get("files");
    assertEquals(
        List.of("passed", "failed", "skipped", "refused", "invalid"),
        files.findValuesAsText("status").stream().distinct().toList());
    JsonNode seen = files.at("/1/runs/0/assertions/0/observations/0");
    assertEquals("\u001b[31m]]>%0A::error::mine", seen.at("/output/stdout").textValue());
    assertTrue(files.at("/0/runs/0/timeline").size() >= 3, report);
    var document = JUnitSchema.valid(Files.readString(junit));
    assertEquals(1, JUnitSchema.all(document, "failure").size());
    assertTrue(tap.startsWith("TAP version 14\n1..5\n"), tap);
    assertTrue(tap.contains("\nnot ok 5 - "), tap);
  }

  @Test
  void one_that_cannot_be_written_decides_the_status_and_the_others_are_written() throws Exception {
    Path tap = folder.resolve("r.tap");
    Program.Ended ended =
        Program.in(folder)
            .run(
                "-q",
                "--report",
                "json=/dev/full",
                "--report",
                "tap=" + tap,
                lab("good", "", "", "{contains: mine}"));
    assertEquals(4, ended.status(), ended.out());
    String said = "labrun: the report `/dev/full` could not be written: No space left on device";
    assertEquals(1, ended.out().lines().filter(said::equals).count(), ended.out());
    assertTrue(Files.readString(tap).contains("\nok 1 - "), Files.readString(tap));
  }

  /**
   * Whoever reads a report sits somewhere else than who wrote it: nothing named the engine there.
   */
  @Test
  void its_commands_do_when_they_are_typed_elsewhere() throws Exception {
    Path socket = Files.createSymbolicLink(folder.resolve("s"), Path.of("/var/run/docker.sock"));
    String lab =
        """
        name: it-report-told
        vars: {word: }
        containers:
          box: {image: busybox, command: sleep infinity, labels: {told: "${word}"}}
        assertions:
          - {name: it fails, exec: {container: box, command: "false"}, within: 0s}
        """;
    Files.writeString(folder.resolve("lab.yaml"), lab);
    String command =
        "DOCKER_HOST=unix://%s %s --set 'word=two words' --report json=r.json lab.yaml"
            .formatted(socket, Path.of("target/labrun").toAbsolutePath());
    assertEquals(1, shell(command).status());
    JsonNode report =
        new ObjectMapper().readTree(folder.resolve("r.json").toFile()).at("/files/0/runs/0");
    JsonNode look = report.at("/assertions/0/look");
    String run = report.get("run").textValue();
    assertTrue(look.get(0).textValue().endsWith(" --host unix://" + socket), look.toString());
    try {
      Program.Ended up = shell(look.get(0).textValue(), Path.of("/"));
      assertEquals(0, up.status(), up.out());
      Program.Ended inside =
          shell("echo hostname | " + look.get(1).textValue().replace(" -it ", " -i "));
      assertEquals(0, inside.status(), inside.out());
      String told = Docker.cli("inspect", "--format", "{{.Config.Labels.told}}", run + "-box");
      assertEquals("two words", told);
    } finally {
      assertEquals(0, shell("labrun down " + run + " --host unix://" + socket).status());
      Files.delete(socket);
    }
  }

  private Program.Ended shell(String command) throws Exception {
    return shell(command, folder);
  }

  private static Program.Ended shell(String command, Path where) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(where.toFile());
    builder.environment().put("DOCKER_HOST", "unix:///nowhere.sock");
    String path = Path.of("target").toAbsolutePath() + ":" + System.getenv("PATH");
    builder.environment().put("PATH", path);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Program.Ended(process.waitFor(), out);
  }
}
