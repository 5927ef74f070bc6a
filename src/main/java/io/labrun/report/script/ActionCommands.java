package io.labrun.report.script;

import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import io.labrun.report.ShellQuote;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The commands for actions. */
final class ActionCommands {
  private static final Map<String, String> SIMPLE =
      Map.of(
          "start", "start ",
          "stop", "stop ",
          "restart", "restart ",
          "pause", "pause ",
          "unpause", "unpause ",
          "remove", "rm -fv ");

  private final Plan plan;
  private final ShellText text;
  private final SetUpCommands setUp;
  private final Cli cli;
  private final HostCommands hosts;

  ActionCommands(Plan plan, ShellText text, SetUpCommands setUp, Cli cli, HostCommands hosts) {
    this.plan = plan;
    this.text = text;
    this.setUp = setUp;
    this.cli = cli;
    this.hosts = hosts;
  }

  /** The commands of one action. */
  List<String> of(Call action) {
    View view = new View(action.arguments(), text);
    String simple = SIMPLE.get(action.kind());
    if (simple != null) {
      return targets(action, view).stream().map(key -> simple(action.kind(), simple, key)).toList();
    }
    return switch (action.kind()) {
      case "kill" -> kill(targets(action, view), view.text("signal"));
      case "recreate" -> recreate(targets(action, view));
      case "create" -> create(view);
      case "delete" -> delete(view);
      case "connect" -> List.of(connect(view));
      case "disconnect" ->
          List.of(
              cli.container(container(view))
                  + "network disconnect "
                  + network(view)
                  + " "
                  + name(container(view)));
      case "exec" ->
          view.texts("container").stream().anyMatch(plan.names().services()::containsKey)
              ? List.of("# exec in a service's tasks: plain docker has no one command for it")
              : new ExecCommand(plan, text, cli).of(view);
      case "copy" -> copy(view);
      case "scale" -> List.of(scale(view));
      case "update" -> List.of(update(view));
      case "stop-host" -> each(targets(action, view), hosts::off);
      case "start-host" -> each(targets(action, view), hosts::on);
      case "partition" -> hosts.cut(targets(action, view));
      case "heal" -> hosts.healed(targets(action, view));
      case "sleep" -> List.of("sleep " + text.word(scalar(action.argument()).replaceAll("s$", "")));
      default -> List.of("# " + action.kind() + ": plain docker has no one command for it");
    };
  }

  /** A container that was only declared is made first. */
  private String simple(String kind, String command, String key) {
    boolean late = kind.equals("start") && !plan.keys(StepKind.CONTAINER).contains(key);
    String start = cli.container(key) + command + name(key);
    return late
        ? cli.container(key)
            + "inspect "
            + name(key)
            + " >/dev/null 2>&1 || "
            + String.join(" && ", setUp.created(key))
            + "\n"
            + start
        : start;
  }

  private List<String> kill(List<String> keys, Optional<String> signal) {
    String option = signal.map(s -> "--signal " + text.word(s) + " ").orElse("");
    return keys.stream().map(key -> cli.container(key) + "kill " + option + name(key)).toList();
  }

  private List<String> recreate(List<String> keys) {
    List<String> out = new ArrayList<>();
    for (String key : keys) {
      out.add(cli.container(key) + "rm -fv " + name(key));
      out.addAll(setUp.created(key));
      out.add(cli.container(key) + "start " + name(key));
    }
    return out;
  }

  private List<String> create(View view) {
    List<String> out = new ArrayList<>();
    view.texts("network").forEach(key -> out.addAll(setUp.of(new StepId(StepKind.NETWORK, key))));
    view.texts("volume").forEach(key -> out.addAll(setUp.of(new StepId(StepKind.VOLUME, key))));
    view.texts("service").forEach(key -> out.addAll(setUp.of(new StepId(StepKind.SERVICE, key))));
    return out;
  }

  private List<String> delete(View view) {
    List<String> out = new ArrayList<>();
    view.texts("network").forEach(key -> out.add(cli.network(key) + "network rm " + network(key)));
    view.texts("volume").forEach(key -> out.add(cli.volume(key) + "volume rm " + volume(key)));
    view.texts("service").forEach(key -> out.add(cli.service(key) + "service rm " + service(key)));
    return out;
  }

  private String connect(View view) {
    Options options =
        new Options()
            .add("--ip", view.text("ipv4_address"))
            .add("--ip6", view.text("ipv6_address"))
            .add("--alias", container(view))
            .each("--alias", view.texts("aliases"));
    return cli.container(container(view))
        + "network connect "
        + text.words(options.words())
        + " "
        + network(view)
        + " "
        + name(container(view));
  }

  private List<String> copy(View view) {
    String key = view.text("to").orElse("");
    String to = text.word(view.text("path").orElse(""));
    String write = cli.reading(key) + "exec -i " + name(key) + " sh -c 'cat >\"$1\"' sh " + to;
    if (view.text("file").isPresent()) {
      String file = text.word(view.text("file").get());
      boolean here = cli.container(key).equals(cli.on(Placement.MAIN));
      return List.of(here ? "docker cp " + file + " " + name(key) + ":" + to : write + " <" + file);
    }
    return List.of("printf %s " + text.word(view.text("content").orElse("")) + " | " + write);
  }

  private static List<String> each(List<String> keys, Function<String, List<String>> commands) {
    return keys.stream().flatMap(key -> commands.apply(key).stream()).toList();
  }

  private List<String> targets(Call action, View view) {
    if (action.argument() instanceof Data.Mapping) {
      return view.texts("container");
    }
    if (action.argument() instanceof Data.Seq seq) {
      return seq.items().stream().map(this::scalar).toList();
    }
    return List.of(scalar(action.argument()));
  }

  private String scalar(Data data) {
    return new View(new Data.Mapping(Map.of(), data.span()), text).scalar(data).orElse("");
  }

  private String network(View view) {
    return network(view.text("network").orElse(""));
  }

  private String network(String key) {
    return text.word(plan.names().networks().getOrDefault(key, key));
  }

  private String update(View view) {
    Options options =
        new Options()
            .flag("--force", view.flag("force"))
            .add("--image", view.text("image"))
            .add("--args", view.words("command").map(ShellQuote::words));
    view.listOrMap("environment", '=')
        .forEach((name, value) -> options.add("--env-add", name + "=" + value.orElse("")));
    return docker(view) + "update " + text.words(options.words()) + " " + service(view);
  }

  private String scale(View view) {
    return docker(view) + "scale " + service(view) + "=" + view.text("replicas").orElse("");
  }

  private String docker(View view) {
    return cli.service(view.text("service").orElse("")) + "service ";
  }

  private String service(View view) {
    return service(view.text("service").orElse(""));
  }

  private String service(String key) {
    return text.word(plan.names().services().getOrDefault(key, key));
  }

  private String volume(String key) {
    return text.word(plan.names().volumes().getOrDefault(key, key));
  }

  private static String container(View view) {
    return view.text("container").orElse("");
  }

  private String name(String key) {
    return text.word(plan.names().containers().getOrDefault(key, key));
  }
}
