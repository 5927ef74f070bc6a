package io.labrun.report.script;

import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The commands for checks: they show what a check looks at; what is expected, the reader sees. */
final class CheckCommands {
  private static final String ENGINE = "engine";

  private final Plan plan;
  private final ShellText text;
  private final LiveCommands live;
  private final ActionCommands actions;
  private final Cli cli;
  private final HostCommands hosts;

  CheckCommands(
      Plan plan,
      ShellText text,
      LiveCommands live,
      ActionCommands actions,
      Cli cli,
      HostCommands hosts) {
    this.plan = plan;
    this.text = text;
    this.live = live;
    this.actions = actions;
    this.cli = cli;
    this.hosts = hosts;
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
      case "reach" -> reach(view);
      case "dns" -> dns(view);
      case "http" -> http(view);
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

  private List<String> reach(View view) {
    List<String> out = new ArrayList<>();
    for (String from : view.texts("from")) {
      for (String to : view.texts("to")) {
        if (!from.equals(to)) {
          out.add(probe(from) + knock(view, out(from, to), target(from, to)));
        }
      }
    }
    return out;
  }

  /** The host has no route to a macvlan: its ping must be told the parent, or leaves the lab. */
  private String out(String from, String to) {
    Resource container = plan.scenario().containers().get(to);
    if (!from.equals(ENGINE) || container == null) {
      return "";
    }
    return ContainerSpec.read(container, text).networking().attachments().stream()
        .map(attachment -> plan.scenario().networks().get(attachment.network()))
        .map(network -> NetworkSpec.read(network, text).options().get("parent"))
        .filter(Objects::nonNull)
        .findFirst()
        .map(parent -> "-I " + text.word(parent) + " ")
        .orElse("");
  }

  private String knock(View view, String out, String address) {
    Optional<String> port = view.text("port");
    if (port.isEmpty()) {
      return "ping -c 1 -W 2 " + out + address;
    }
    boolean udp = view.text("protocol").filter("udp"::equals).isPresent();
    return "nc "
        + (udp ? "-u " : "")
        + "-w 2 "
        + address
        + " "
        + text.word(port.get())
        + " </dev/null";
  }

  private String target(String from, String to) {
    if (hosts.isHost(to)) {
      return hosts.address(to);
    }
    return plan.names().containers().containsKey(to)
        ? "\"" + live.address(to, Optional.of(from).filter(f -> !f.equals(ENGINE))) + "\""
        : text.word(to);
  }

  private List<String> dns(View view) {
    String type =
        view.text("type")
            .map(t -> "-type=" + text.word(t.toLowerCase(Locale.ROOT)) + " ")
            .orElse("");
    String name = text.word(view.text("name").orElse(""));
    return view.texts("from").stream()
        .map(from -> probe(from) + "nslookup " + type + name)
        .toList();
  }

  private List<String> http(View view) {
    Options options = new Options().each("--header", headers(view)).add("--post-data", body(view));
    String more = options.words().isEmpty() ? "" : text.words(options.words()) + " ";
    String url = text.word(view.text("url").orElse(""));
    List<String> from = view.texts("from").isEmpty() ? List.of(ENGINE) : view.texts("from");
    return from.stream().map(key -> probe(key) + "wget -S -O - " + more + url).toList();
  }

  private static List<String> headers(View view) {
    return view.pairs("headers").entrySet().stream()
        .map(header -> header.getKey() + ": " + header.getValue())
        .toList();
  }

  private static Optional<String> body(View view) {
    boolean post = view.text("method").filter("POST"::equals).isPresent();
    return view.text("body").or(() -> post ? Optional.of("") : Optional.empty());
  }

  private String probe(String from) {
    String image = text.word(plan.scenario().defaults().probeImage());
    return cli.container(from) + "run --rm --network " + place(from) + " " + image + " ";
  }

  private String place(String from) {
    if (from.equals(ENGINE)) {
      return "host";
    }
    return "container:" + (hosts.isHost(from) ? cli.name(from) : name(from));
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
