package io.labrun.report.script;

import io.labrun.plan.HostContainer;
import io.labrun.plan.Need;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.RunResolver;
import io.labrun.plan.Step;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import io.labrun.report.ShellQuote;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Requires;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Printable;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A plan as a POSIX shell script of plain docker commands.
 *
 * <p>It sets up, shows what each check looks at beside what is expected, and removes everything
 * when it ends. It judges nothing and tries nothing again: that is what labrun is for.
 */
public final class DockerScript {
  private final Plan plan;
  private final HostCommands hosts;
  private final SetUpCommands setUp;
  private final ActionCommands actions;
  private final CheckCommands checks;
  private final List<String> out = new ArrayList<>();

  private DockerScript(Plan plan) {
    Cli cli = new Cli(plan);
    this.plan = plan;
    this.hosts = new HostCommands(plan, cli);
    LiveCommands live = new LiveCommands(plan, cli, hosts);
    ShellText text = new ShellText(new RunResolver(plan.run()), live);
    this.setUp = new SetUpCommands(plan, text, cli, hosts);
    this.actions = new ActionCommands(plan, text, setUp, cli, hosts);
    ProbeCommands probes = new ProbeCommands(plan, text, live, cli, hosts);
    this.checks = new CheckCommands(plan, text, actions, cli, probes);
  }

  /** The lines of the script. */
  public static List<String> of(Plan plan) {
    return new DockerScript(plan).lines();
  }

  private List<String> lines() {
    String title = plan.scenario().title().in("en").strip();
    out.add("#!/bin/sh");
    comment(plan.scenario().name().name() + (title.isEmpty() ? "" : ": " + title));
    comment("What labrun does for " + plan.scenario().source().name() + ", as docker commands.");
    comment("You compare what they print with what is expected; labrun does that by itself,");
    comment("tries again until it holds, and makes sure that \"it can't\" is not \"it is down\".");
    Requires requires = plan.scenario().requires();
    Need.of(requires).forEach(need -> comment("It requires " + need.words() + "; not tried here."));
    requires.grants().forEach(grant -> comment("It asks for " + grant.name() + ": look what for."));
    removal();
    out.add("set -e");
    for (Step step : plan.steps()) {
      List<String> commands = setUp.of(step.id());
      if (!commands.isEmpty()) {
        out.add("");
        comment(title(step.id()));
        out.addAll(commands);
      }
    }
    out.add("");
    out.add("set +e");
    plan.scenario().assertions().forEach(this::claim);
    return out;
  }

  private static String title(StepId step) {
    String words = step.kind().name().toLowerCase(Locale.ROOT) + " " + step.key();
    return step.isHandover() ? words + " for " + step.host() : words;
  }

  private void removal() {
    Scenario scenario = plan.scenario();
    out.add("");
    out.add("remove() {");
    remove("docker service rm", plan.names().services(), scenario.services());
    remove("docker rm -fv", plan.names().containers(), scenario.containers());
    remove("docker network rm", plan.names().networks(), scenario.networks());
    remove("docker volume rm", plan.names().volumes(), scenario.volumes());
    removeHosts();
    removeImages();
    out.add("  :");
    out.add("}");
    out.add("trap 'remove >/dev/null 2>&1' EXIT");
    out.add("trap 'exit 130' INT");
    out.add("trap 'exit 143' HUP TERM");
  }

  private void remove(String command, Map<String, String> names, Map<String, Resource> resources) {
    List<String> own = new ArrayList<>();
    names.forEach(
        (key, name) -> {
          if (!isExternal(resources.get(key)) && isMain(resources.get(key))) {
            own.add(name);
          }
        });
    Collections.reverse(own);
    if (!own.isEmpty()) {
      out.add("  " + command + " " + ShellQuote.words(own));
    }
  }

  /** All that is on a host goes with it. */
  private void removeHosts() {
    List<String> made = plan.keys(StepKind.HOST);
    if (!made.isEmpty()) {
      List<String> names = made.stream().map(key -> HostContainer.name(plan.run(), key)).toList();
      out.add("  docker rm -fv " + ShellQuote.words(names));
      out.add("  docker network rm " + hosts.underlayName());
    }
  }

  private void removeImages() {
    List<String> built =
        plan.names().builds().values().stream()
            .distinct()
            .flatMap(key -> plan.names().built(key, plan.run()).stream())
            .toList();
    if (!built.isEmpty()) {
      out.add("  docker image rm --no-prune " + ShellQuote.words(built));
    }
  }

  private static boolean isExternal(Resource resource) {
    return new View(resource.body(), TextResolver.AS_WRITTEN).flag("external");
  }

  private static boolean isMain(Resource resource) {
    return Placement.hostOf(resource).equals(Placement.MAIN);
  }

  private void claim(Assertion assertion) {
    out.add("");
    String name = Printable.line(assertion.name().name());
    out.add("echo; echo " + ShellQuote.word("== " + name));
    assertion.actions().forEach(action -> out.addAll(actions.of(action)));
    quote(assertion.check().kind(), assertion.check().argument().span());
    assertion.expect().ifPresent(expected -> quote("expect", expected.span()));
    assertion.across().ifPresent(across -> quote("across", across.span()));
    for (String command : checks.of(assertion.check())) {
      out.add(command);
      if (!command.startsWith("#")) {
        out.add("echo \"exit code $?\"");
      }
    }
  }

  private void quote(String word, Span span) {
    List<String> lines = Printable.lines(span.text().strip());
    comment(word + ": " + (lines.isEmpty() ? "" : lines.get(0)));
    lines.stream().skip(1).forEach(line -> comment(line));
  }

  private void comment(String text) {
    out.add(("# " + Printable.line(text)).stripTrailing());
  }
}
