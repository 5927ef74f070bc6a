package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.plan.Names;
import io.labrun.plan.Need;
import io.labrun.plan.Plan;
import io.labrun.plan.RunName;
import io.labrun.plan.Step;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Defaults;
import io.labrun.scenario.Level;
import io.labrun.scenario.LocalText;
import io.labrun.scenario.Named;
import io.labrun.scenario.Requires;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.Template;
import io.labrun.scenario.Timing;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scenario to render, made by hand: two networks, three containers, assertions by name. */
final class Example {
  static final SourceText TEXT =
      new SourceText(
          "scenarios/user-defined-bridge.yaml",
          """
          name: user-defined-bridge
          title: Names resolve, strangers stay out
          networks:
            lab: {}
            elsewhere: {}
          containers:
            web: {image: busybox, command: httpd -f, networks: [lab]}
            client: {image: busybox, command: sleep infinity, networks: [lab]}
            stranger: {image: busybox, command: sleep infinity, networks: [elsewhere]}
          assertions:
            - name: the name resolves to the address
              dns: {from: client, name: web}
              expect: {addresses: [172.28.10.10]}
            - name: a container on another network cannot get there
              reach: {from: stranger, to: web, port: 80}
              expect: {reachable: false}
              hint: Two bridge networks are two separate segments. Is stranger on both?
            - name: the page is what we wrote
              exec: {container: client, command: wget -qO- http://web/page}
              expect:
                stdout: |
                  first
                  second
                  third
          """);

  static final Need NEED = new Need(Need.Kind.NETWORK_DRIVER, new Named("ipvlan", at("lab")));

  private Example() {}

  /** The place of a piece of the text, which must stand in it. */
  static Span at(String piece) {
    int start = TEXT.text().indexOf(piece);
    if (start < 0) {
      throw new IllegalArgumentException(piece);
    }
    return TEXT.span(start, start + piece.length());
  }

  static Scenario scenario(String title) {
    return new Scenario(
        TEXT,
        new Named("user-defined-bridge", at("user-defined-bridge")),
        title.isEmpty() ? LocalText.NONE : LocalText.of(title),
        LocalText.NONE,
        List.of(),
        Requires.NOTHING,
        Defaults.LANGUAGE,
        Map.of(),
        resources("lab", "elsewhere"),
        Map.of(),
        resources("web", "client", "stranger"),
        Map.of(),
        List.of(resolves(), separated(), page()),
        List.of());
  }

  private static Map<String, Resource> resources(String... keys) {
    Map<String, Resource> out = new LinkedHashMap<>();
    for (String key : keys) {
      Data.Mapping nothing = new Data.Mapping(Map.of(), at(key));
      out.put(key, new Resource(key, at("  " + key), nothing));
    }
    return out;
  }

  static Plan plan() {
    return plan("Names resolve, strangers stay out");
  }

  static Plan plan(String title) {
    String run = "user-defined-bridge-4f2a-";
    return new Plan(
        scenario(title),
        new RunName("user-defined-bridge", "4f2a"),
        new Names(
            Map.of("lab", run + "lab", "elsewhere", run + "elsewhere"),
            Map.of(),
            Map.of("web", run + "web", "client", run + "client", "stranger", run + "stranger"),
            Map.of(),
            Map.of()),
        List.of(
            step(StepKind.IMAGE, "busybox"),
            step(StepKind.NETWORK, "lab"),
            step(StepKind.NETWORK, "elsewhere"),
            step(StepKind.CONTAINER, "web"),
            step(StepKind.CONTAINER, "client"),
            step(StepKind.CONTAINER, "stranger"),
            step(StepKind.HEALTHY, "web")));
  }

  /** The plan of a scenario of another name, in a file of that name. */
  static Plan named(String name, String... grants) {
    Plan plan = plan();
    Scenario as = plan.scenario();
    Requires asks =
        new Requires(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(grants).stream().map(grant -> new Named(grant, at("lab"))).toList());
    Scenario scenario =
        new Scenario(
            new SourceText("scenarios/" + name + ".yaml", TEXT.text()),
            new Named(name, at("user-defined-bridge")),
            as.title(),
            as.description(),
            as.tags(),
            asks,
            as.defaults(),
            as.hosts(),
            as.networks(),
            as.volumes(),
            as.containers(),
            as.services(),
            as.assertions(),
            as.submission());
    return new Plan(scenario, new RunName(name, "4f2a"), plan.names(), plan.steps());
  }

  private static Step step(StepKind kind, String key) {
    return new Step(new StepId(kind, key), Set.of());
  }

  static Assertion resolves() {
    return assertion("the name resolves to the address", "dns", Map.of("from", "client"));
  }

  static Assertion separated() {
    return assertion(
        "a container on another network cannot get there",
        "reach",
        Map.of("from", "stranger", "to", "web"),
        "Two bridge networks are two separate segments. Is stranger on both?");
  }

  static Assertion page() {
    return assertion("the page is what we wrote", "exec", Map.of("container", "client"));
  }

  static Assertion assertion(
      String name, String check, Map<String, String> arguments, String... hints) {
    return assertion(name, check, arguments, Level.ERROR, hints);
  }

  static Assertion assertion(
      String name, String check, Map<String, String> arguments, Level level, String... hints) {
    Span kind = at(check);
    Map<String, Data.Entry> entries = new LinkedHashMap<>();
    arguments.forEach(
        (key, value) ->
            entries.put(
                key, new Data.Entry(key, kind, new Data.Text(Template.literal(value), kind))));
    return new Assertion(
        new Named(name, kind),
        kind,
        List.of(),
        new Call(check, kind, new Data.Mapping(entries, kind)),
        Optional.empty(),
        Optional.empty(),
        Timing.UNSAID,
        List.of(hints).stream().map(LocalText::of).toList(),
        List.of(),
        level,
        1,
        false,
        List.of());
  }

  static AssertionResult passed(Assertion assertion, long millis) {
    Observation seen = new Observation("client", "172.28.10.10", Optional.empty(), List.of());
    return new AssertionResult(
        assertion,
        Status.PASSED,
        Duration.ofMillis(millis),
        1,
        List.of(seen),
        List.of(),
        Optional.empty());
  }

  static AssertionResult failed(
      Assertion assertion, long millis, int attempts, Observation... seen) {
    return new AssertionResult(
        assertion,
        Status.FAILED,
        Duration.ofMillis(millis),
        attempts,
        List.of(seen),
        List.of(),
        Optional.empty());
  }

  /** The failure of the design's sketch. */
  static AssertionResult reached() {
    return failed(
        separated(),
        10_200,
        41,
        new Observation(
            "stranger (172.28.11.2) → web (172.28.10.10:80/tcp)",
            "connected in 0.4 ms",
            Optional.empty(),
            List.of(new Mismatch(at("{reachable: false}"), "reachable", "false", "true"))));
  }

  static AssertionResult error(Assertion assertion, Problem why) {
    return new AssertionResult(
        assertion, Status.ERROR, Duration.ofMillis(300), 1, List.of(), List.of(), Optional.of(why));
  }
}
