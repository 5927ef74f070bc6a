package io.labrun.load.danger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.scenario.Grant;
import io.labrun.source.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is dangerous depends on the machine: links, sockets, values that a person gives. */
final class DangersTest {
  @TempDir private Path temporary;
  private Path lab;

  @BeforeEach
  void make() throws IOException {
    lab = Files.createDirectories(temporary.toRealPath().resolve("lab"));
  }

  private LoadResult load(String rest, Map<String, String> set) throws IOException {
    Path file = Files.writeString(lab.resolve("lab.yaml"), "name: lab\n" + rest);
    Machine machine =
        new Machine(lab.resolveSibling("home"), List.of(lab.resolveSibling("engine/here")));
    return new ScenarioLoader(machine).load(file, new Given(set, name -> Optional.empty()));
  }

  private List<String> mistakes(String rest) throws IOException {
    return load(rest, Map.of()).diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static String bind(String source) {
    return "containers: {a: {image: busybox, volumes: ['" + source + ":/x']}}\n";
  }

  @Test
  void a_link_out_of_the_folder_is_named_with_its_end() throws IOException {
    Files.createSymbolicLink(lab.resolve("data"), Path.of("../elsewhere"));
    Path end = lab.resolveSibling("elsewhere");
    assertEquals(
        List.of(
            "`./data`, which leads to `"
                + end
                + "`, lies outside the scenario's folder: that must be asked for"),
        mistakes(bind("./data")));
  }

  @Test
  void a_link_to_a_socket_is_the_socket() throws IOException {
    Files.createSymbolicLink(lab.resolve("data"), Path.of("/var/run/docker.sock"));
    String mistake = mistakes(bind("./data")).get(0);
    assertTrue(mistake.contains("is an engine's socket"), mistake);
  }

  @Test
  void a_build_reads_nothing_from_elsewhere_unasked() throws IOException {
    Path web = Files.createDirectories(lab.resolve("web"));
    Files.createSymbolicLink(web.resolve("Dockerfile"), Path.of("/etc/hostname"));
    String mistake = mistakes("containers: {a: {build: ./web}}\n").get(0);
    assertTrue(mistake.contains("which leads to `/etc/hostname`, lies outside"), mistake);
    Files.createDirectories(lab.resolveSibling("other"));
    Files.writeString(lab.resolveSibling("other/Dockerfile"), "FROM busybox\n");
    assertTrue(mistakes("containers: {a: {build: ../other}}\n").get(0).contains("lies outside"));
    String file =
        "containers: {a: {build: {context: ./web, dockerfile: ../../other/Dockerfile}}}\n";
    assertTrue(mistakes(file).get(0).contains("lies outside"));
    String host = "containers: {a: {build: {context: ., dockerfile: lab.yaml, network: host}}}\n";
    assertTrue(mistakes(host).get(0).contains("shares this machine's network"));
    String theirs = host.replace("network: host", "network: 'container:theirs'");
    assertTrue(mistakes(theirs).get(0).contains("shares somebody's network"));
    assertEquals(List.of(), mistakes(host.replace("network: host", "network: default")));
  }

  @Test
  void what_a_build_leaves_out_is_not_read_elsewhere() throws IOException {
    Path web = Files.createDirectories(lab.resolve("web"));
    Files.createSymbolicLink(web.resolve(".dockerignore"), Path.of("/etc/hostname"));
    String inline = "dockerfile_inline: FROM busybox}}}\n";
    String mistake = mistakes("containers: {a: {build: {context: ./web, " + inline).get(0);
    assertTrue(mistake.contains("`./web/.dockerignore`, which leads to `/etc/hostname`"), mistake);
    Files.move(web.resolve(".dockerignore"), lab.resolve(".dockerignore"));
    String here = mistakes("containers: {a: {build: {" + inline).get(0);
    assertTrue(here.contains("`.dockerignore`, which leads to `/etc/hostname`"), here);
  }

  @Test
  void what_a_container_could_turn_into_a_link_is_asked_for() throws IOException {
    String two =
        """
        containers:
          a: {image: busybox, volumes: ['./own:/own']}
          b: {image: busybox, volumes: ['./own/below:/x']}
        """;
    assertEquals(
        List.of(
            "a container may write to `./own` (without `:ro`) and make `./own/below` a link to"
                + " anywhere: that must be asked for"),
        mistakes(two));
    assertEquals(List.of(), mistakes(two.replace("own:/own", "own:/own:ro")));
    assertEquals(List.of(), mistakes(two.replace("own/below", "own")));
    String volume =
        """
        volumes: {v: {driver_opts: {type: none, o: bind, device: LAB/own/below}}}
        containers:
          a:
            image: busybox
            volumes: [{type: bind, source: ./own, target: /own}, 'v:/x']
        """
            .replace("LAB", lab.toString());
    assertTrue(mistakes(volume).get(0).contains("a link to anywhere"));
  }

  @Test
  void what_cannot_be_a_path_is_a_mistake_not_an_exception() throws IOException {
    String mistake =
        mistakes("containers: {a: {image: busybox, volumes: [\"./\\0:/x\"]}}\n").get(0);
    assertTrue(mistake.contains("is no path on this machine"), mistake);
  }

  @Test
  void the_socket_that_this_engine_answers_at_counts_whatever_its_name() throws IOException {
    assertTrue(mistakes(bind("../engine/here")).get(0).contains("is an engine's socket"));
    assertTrue(mistakes(bind("../engine")).get(0).contains("holds an engine's socket"));
    assertTrue(mistakes(bind("../engine/there")).get(0).contains("lies outside"));
  }

  @Test
  void what_is_asked_for_is_no_mistake_and_is_told() throws IOException {
    LoadResult loaded =
        load("requires: {grants: [docker-socket]}\n" + bind("/run/docker.sock"), Map.of());
    assertEquals(List.of(), loaded.diagnostics());
    assertEquals(
        List.of(Grant.DOCKER_SOCKET), loaded.dangers().stream().map(Danger::grant).toList());
  }

  @Test
  void a_grant_that_only_other_values_need_may_be_asked_for() throws IOException {
    String scenario = "vars: {d: ./data}\nrequires: {grants: [host-paths]}\n" + bind("${d}");
    assertEquals(List.of(), load(scenario, Map.of()).diagnostics());
    assertEquals(List.of(), load(scenario, Map.of("d", "/etc")).diagnostics());
    LoadResult unasked = load("vars: {d: ./data}\n" + bind("${d}"), Map.of("d", "/etc"));
    assertEquals(1, unasked.diagnostics().size());
  }

  @Test
  void an_interface_that_a_person_names_is_their_choice() throws IOException {
    String scenario =
        """
        vars: {card: eth9}
        networks: {lan: {driver: macvlan, driver_opts: {parent: "${card}"}}}
        """;
    assertEquals(1, load(scenario, Map.of()).diagnostics().size());
    assertEquals(List.of(), load(scenario, Map.of("card", "eth0")).diagnostics());
  }
}
