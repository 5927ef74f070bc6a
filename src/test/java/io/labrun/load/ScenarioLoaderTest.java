package io.labrun.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.load.vars.Given;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Data;
import io.labrun.scenario.Level;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.source.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a scenario without mistakes is read as. */
final class ScenarioLoaderTest {
  private static final ScenarioLoader LOADER = new ScenarioLoader();

  private static Scenario load(String text, Given given) {
    LoadResult result = LOADER.load(new SourceText("x.yaml", text), given);
    assertEquals(List.of(), result.diagnostics());
    return result.scenario().orElseThrow();
  }

  private static Scenario load(String text) {
    return load(text, Given.NOTHING);
  }

  private static String command(Scenario scenario, String key) {
    ContainerSpec spec =
        ContainerSpec.read(scenario.containers().get(key), TextResolver.AS_WRITTEN);
    return String.join("|", spec.process().command().orElseThrow());
  }

  private static Data argument(Assertion assertion, String key) {
    return assertion.check().arguments().get(key).orElseThrow();
  }

  @Test
  void the_whole_of_an_assertion_is_read() {
    Scenario scenario =
        load(
            """
            name: lab
            title: A lab
            description: {en: Look, ru: Смотри}
            tags: [a, b]
            defaults: {within: 3s, probe_image: alpine}
            containers: {web: {image: busybox}, two: {image: busybox}}
            assertions:
              - name: first
                exec: {container: web, command: ls}
              - name: second
                do: [{stop: web}, {start: [web, two]}]
                exec: {container: web, shell: ls}
                expect: {exit_code: 0}
                within: 1m30s
                hold: 2s
                hint: [look, {en: look again}]
                needs: first
                level: warning
                points: 5
                stop: true
                capture: {out: stdout}
            """);
    assertEquals("A lab", scenario.title().in("en"));
    assertEquals("Смотри", scenario.description().in("ru"));
    assertEquals("Look", scenario.description().in("de"));
    assertEquals(List.of("a", "b"), scenario.tags());
    assertEquals("alpine", scenario.defaults().probeImage());
    assertEquals(Optional.of(Duration.ofSeconds(3)), scenario.defaults().timing().within());
    assertEquals(Optional.of(Duration.ofMillis(250)), scenario.defaults().timing().every());
    Assertion second = scenario.assertions().get(1);
    assertEquals(List.of("stop", "start"), second.actions().stream().map(a -> a.kind()).toList());
    assertEquals("exec", second.check().kind());
    assertEquals(Optional.of(Duration.ofSeconds(90)), second.timing().within());
    assertEquals(
        List.of("look", "look again"), second.hints().stream().map(h -> h.in("")).toList());
    assertEquals("first", second.needs().get(0).name());
    assertEquals(Level.WARNING, second.level());
    assertEquals(5, second.points());
    assertTrue(second.stop());
    assertEquals("stdout", second.capture().get(0).field().name());
    assertEquals(1, scenario.assertions().get(0).points());
  }

  @Test
  void a_variable_has_the_value_set_else_of_the_environment_else_its_default() {
    String text =
        """
        name: lab
        vars:
          a: default
          b: {default: default, env: B}
          c: {env: C}
          d: ${a}/d
          e: ''
        containers:
          web:
            image: busybox
            command: "${a} ${b} ${c:-none} ${d} ${e:-empty} $${a} $a ${a:-${c}}"
        """;
    Given given =
        new Given(
            Map.of("a", "set"), name -> name.equals("B") ? Optional.of("env") : Optional.empty());
    assertEquals("set|env|none|set/d|empty|${a}|$a|set", command(load(text, given), "web"));
  }

  @Test
  void a_plain_text_gets_its_type_from_its_variable_and_a_quoted_one_stays_a_text() {
    Scenario scenario =
        load(
            """
            name: lab
            vars: {port: 80, yes: true}
            containers:
              web:
                image: busybox
                tty: ${yes}
            assertions:
              - name: a
                reach:
                  from: web
                  to: web
                  port: ${port}
              - name: b
                reach: {from: web, to: web, port: "${port}"}
            """);
    assertInstanceOf(Data.Num.class, argument(scenario.assertions().get(0), "port"));
    assertInstanceOf(Data.Text.class, argument(scenario.assertions().get(1), "port"));
  }

  @Test
  void what_a_variable_brings_is_not_looked_into() {
    String text =
        "name: lab\nvars: {a: x}\ncontainers: {web: {image: busybox, command: \"${a}\"}}\n";
    Given given = new Given(Map.of("a", "${b}"), name -> Optional.empty());
    assertEquals("${b}", command(load(text, given), "web"));
  }

  @Test
  void live_values_wait_and_know_their_place() {
    Scenario scenario =
        load(
            """
            name: lab
            networks: {lab: {}}
            containers: {web: {image: busybox, networks: [lab]}}
            assertions:
              - name: a
                exec:
                  container: web
                  shell: |
                    echo $${HOME}
                    ping ${web.networks.lab.ip} $HOME
            """);
    Data.Text shell = (Data.Text) argument(scenario.assertions().get(0), "shell");
    Template.Live live = shell.template().lives().get(0);
    assertEquals("web.networks.lab.ip", live.ref().toString());
    assertEquals("${web.networks.lab.ip}", live.span().text());
    assertEquals(10, live.span().line());
    assertEquals("echo ${HOME}\nping ${web.networks.lab.ip} $HOME\n", shell.template().asWritten());
  }

  @Test
  void merge_keys_give_way_to_own_keys_and_to_earlier_maps() {
    Scenario scenario =
        load(
            """
            name: lab
            x-a: &a {command: a, hostname: a}
            x-b: &b {command: b, image: busybox}
            containers:
              one: {<<: *b, command: own}
              two: {command: own, <<: *b}
              three: {<<: [*a, *b]}
            """);
    assertEquals("own", command(scenario, "one"));
    assertEquals("own", command(scenario, "two"));
    assertEquals("a", command(scenario, "three"));
    Data image = scenario.containers().get("three").body().get("image").orElseThrow();
    assertEquals(3, image.span().line());
  }

  @Test
  void a_quoted_double_angle_is_an_ordinary_key() {
    Scenario scenario =
        load("name: lab\ncontainers: {web: {image: busybox, environment: {\"<<\": a}}}\n");
    assertTrue(
        scenario
            .containers()
            .get("web")
            .body()
            .mapping("environment")
            .orElseThrow()
            .entry("<<")
            .isPresent());
  }

  @Test
  void compose_forms_are_accepted() {
    load(
        """
        name: lab
        requires: {grants: [host-network]}
        networks: {a: , b: {driver: macvlan, driver_opts: {parent: "lan-${run.id}"}}}
        volumes: {data: }
        containers:
          db:
            image: registry.example:5000/team/db:1.0
            environment: [A=1, B]
            healthcheck: {test: [CMD, true-ish], interval: 1s}
            volumes: ["data:/data", "./site:/www:ro", /scratch, {type: tmpfs, target: /t, tmpfs: {size: 1m}}]
            ulimits: {nofile: 10, nproc: {soft: 1, hard: 2}}
            mem_limit: 64m
            cpus: 0.5
            memswap_limit: -1
            sysctls: {net.ipv4.ip_forward: 1}
            restart: on-failure:3
          web:
            image: busybox
            depends_on: {db: {condition: service_healthy}}
            networks: {a: , b: {aliases: [www]}}
            ports: ["80", "8080:80", "127.0.0.1:53:53/udp", 81, "8000-8002:8000-8002", {target: 90}]
            extra_hosts: ["host.docker.internal:host-gateway"]
          shared: {image: busybox, network_mode: "container:web", pid: "container:db"}
        assertions:
          - name: neighbours
            reach: {from: [web, engine], to: [db, www, "${db.ip}", example.com, 10.0.0.1]}
          - name: json
            inspect: {network: a}
            expect: {Name: {starts_with: lab}, Labels: {type: x, y: z}, Containers: {length: {gte: 1}}}
          - name: same
            state: {container: [web, db]}
            across: {image: distinct, networks.a.gateway: same}
        """);
  }

  @Test
  void editor_hints_and_own_keys_are_passed_over() {
    Scenario scenario =
        load("# yaml-language-server: $schema=s.json\nname: lab\nx-own: {a: \"${nothing}\"}\n");
    assertEquals("lab", scenario.name().name());
  }
}
