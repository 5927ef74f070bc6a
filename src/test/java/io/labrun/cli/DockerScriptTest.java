package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.Golden;
import io.labrun.report.PlanText;
import io.labrun.report.ReportSettings;
import io.labrun.report.script.DockerScript;
import io.labrun.source.SourceText;
import io.labrun.source.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans as text and as scripts, from a scenario that uses much of the language. */
final class DockerScriptTest {
  private static final Pattern MOUNT = Pattern.compile("--mount (\\S+)");

  @TempDir private Path folder;

  private static Plan plan() throws IOException {
    return plan(Files.readString(Path.of("src/test/resources/cli/everything.yaml")));
  }

  private static Plan plan(String text) {
    LoadResult loaded =
        new ScenarioLoader().load(new SourceText("everything.yaml", text), Given.NOTHING);
    assertEquals(List.of(), loaded.diagnostics());
    return Planner.plan(loaded.scenario().orElseThrow(), new RunName("everything", "4f2a"));
  }

  @Test
  void a_plan_for_people() throws IOException {
    Golden.check("cli/plan.txt", new PlanText(ReportSettings.usual(Theme.PLAIN)).render(plan()));
  }

  @Test
  void a_plan_as_a_script_that_a_shell_understands() throws Exception {
    understood("cli/plan.sh", plan());
  }

  @Test
  void what_is_on_a_host_is_done_in_the_hosts_container() throws Exception {
    String text = Files.readString(Path.of("src/test/resources/cli/hosts.yaml"));
    understood("cli/hosts-plan.sh", plan(text));
  }

  private void understood(String golden, Plan plan) throws Exception {
    List<String> lines = DockerScript.of(plan);
    Golden.check(golden, lines);
    Path script = folder.resolve("plan.sh");
    Files.write(script, lines);
    Process shell =
        new ProcessBuilder("sh", "-n", script.toString()).redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes());
    assertEquals(0, shell.waitFor(), said);
  }

  @Test
  void a_services_mount_is_written_as_a_containers_is() {
    String mounts =
        "image: busybox, volumes: ["
            + "{type: volume, source: data, target: /data, volume: {nocopy: true}},"
            + "{type: bind, source: /srv, target: /srv, bind: {propagation: rslave}}]";
    List<String> written =
        DockerScript.of(
                plan(
                    """
                    name: everything
                    requires: {grants: [swarm, host-paths]}
                    volumes: {data: {}}
                    containers: {box: {%s}}
                    services: {web: {%s}}
                    assertions:
                      - {name: it runs, state: {container: box}, expect: {status: running}}
                    """
                        .formatted(mounts, mounts)))
            .stream()
            .flatMap(line -> MOUNT.matcher(line).results().map(found -> found.group(1)))
            .toList();
    String volume = "type=volume,source=everything-4f2a-data,target=/data,volume-nocopy";
    String bind = "type=bind,source=/srv,target=/srv,bind-propagation=rslave";
    assertEquals(List.of(volume, bind, volume, bind), written);
  }

  @Test
  void no_text_of_a_scenario_becomes_a_command() throws Exception {
    Path fake = folder.resolve("docker");
    Files.writeString(
        fake,
        """
        #!/bin/sh
        printf '<%s>' "$@" >>"$0.log"
        echo >>"$0.log"
        case $1 in wait) echo 0 ;; inspect) echo healthy ;; esac
        """);
    assertTrue(fake.toFile().setExecutable(true));
    Path script = folder.resolve("plan.sh");
    Files.write(script, DockerScript.of(plan()));
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    Path said = folder.resolve("said");
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
    Process shell = builder.start();
    boolean ended = shell.waitFor(60, TimeUnit.SECONDS);
    shell.destroyForcibly();
    assertTrue(ended && shell.exitValue() == 0, Files.readString(said));
    assertTrue(Files.notExists(folder.resolve("pwned")), "the text was carried out");
    String log = Files.readString(folder.resolve("docker.log"));
    assertTrue(log.contains("<EVIL='$(touch pwned)' `touch pwned` \"; touch pwned>"), log);
  }
}
