package io.labrun.report.script;

import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The commands for checks: they show what a check looks at; what is expected, the reader sees. */
final class CheckCommands {
  private final Plan plan;
  private final ShellText text;
  private final ActionCommands actions;
  private final Cli cli;
  private final ProbeCommands probes;

  CheckCommands(Plan plan, ShellText text, ActionCommands actions, Cli cli, ProbeCommands probes) {
    this.plan = plan;
    this.text = text;
    this.actions = actions;
    this.cli = cli;
    this.probes = probes;
  }

  /** The commands of one check. */
  List<String> of(Call check) {
    View view = new View(check.arguments(), text);
    List<String> services = services(view);
    if (!services.isEmpty()) {
      return services.stream().map(this::tasks).toList();
    }
    return switch (check.kind()) {
      case "exec" -> new ExecCommand(plan, text, cli).of(view);
      case "reach" -> probes.reach(view);
      case "dns" -> probes.dns(view);
      case "http" -> probes.http(view);
      case "file" -> file(view);
      case "logs" -> each(view, "logs ");
      case "processes" -> each(view, "top ");
      case "changes" -> each(view, "diff ");
      case "state" -> view.texts("container").stream().map(this::state).toList();
      case "inspect" -> inspect(view);
      case "tasks" -> view.texts("service").stream().map(this::tasks).toList();
      case "attempt" -> attempt(check.arguments());
      default -> List.of("# " + check.kind() + ": plain docker has no one command for it");
    };
  }

  /** Which containers a service has, and where, only the swarm can say: it is asked for them. */
  private List<String> services(View view) {
    return Stream.of("container", "from", "to")
        .flatMap(key -> view.texts(key).stream())
        .filter(plan.names().services()::containsKey)
        .distinct()
        .toList();
  }

  private String tasks(String key) {
    String name = text.word(plan.names().services().getOrDefault(key, key));
    return cli.service(key) + "service ps " + name;
  }

  /** The engine packs what is at a path into an archive, whose list says what it is. */
  private List<String> file(View view) {
    String path = text.word(":" + view.text("path").orElse(""));
    return view.texts("container").stream()
        .map(key -> cli.container(key) + "cp " + name(key) + path + " - | tar -tvf -")
        .toList();
  }

  private List<String> each(View view, String command) {
    return view.texts("container").stream()
        .map(key -> cli.container(key) + command + name(key))
        .toList();
  }

  private String name(String key) {
    return text.word(plan.names().containers().getOrDefault(key, key));
  }

  private String state(String key) {
    return cli.container(key)
        + "inspect -f '{{json .State}} {{json .Mounts}} {{json .NetworkSettings.Networks}}' "
        + name(key);
  }

  private List<String> inspect(View view) {
    List<String> out = new ArrayList<>();
    out.addAll(inspect(view, "container", plan.names().containers(), cli::container));
    out.addAll(inspect(view, "network", plan.names().networks(), cli::network));
    out.addAll(inspect(view, "volume", plan.names().volumes(), cli::volume));
    out.addAll(inspect(view, "service", plan.names().services(), cli::service));
    out.addAll(inspect(view, "image", Map.of(), key -> cli.on(Placement.MAIN)));
    view.texts("host").forEach(key -> out.add(cli.on(key) + "info"));
    return out.isEmpty() ? List.of("docker info") : out;
  }

  private List<String> inspect(
      View view, String kind, Map<String, String> names, UnaryOperator<String> docker) {
    return view.texts(kind).stream()
        .map(
            key -> docker.apply(key) + kind + " inspect " + text.word(names.getOrDefault(key, key)))
        .toList();
  }

  private List<String> attempt(Data.Mapping action) {
    return action.entries().values().stream()
        .flatMap(
            entry -> actions.of(new Call(entry.key(), entry.keySpan(), entry.value())).stream())
        .toList();
  }
}
