package io.labrun.report.script;

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
import java.util.stream.Stream;

/** The commands for checks: they show what a check looks at; what is expected, the reader sees. */
final class CheckCommands {
  private static final String ENGINE = "engine";

  private final Plan plan;
  private final ShellText text;
  private final LiveCommands live;
  private final ActionCommands actions;

  CheckCommands(Plan plan, ShellText text, LiveCommands live, ActionCommands actions) {
    this.plan = plan;
    this.text = text;
    this.live = live;
    this.actions = actions;
  }

  /** The commands of one check. */
  List<String> of(Call check) {
    View view = new View(check.arguments(), text);
    List<String> services = services(view);
    if (!services.isEmpty()) {
      return services.stream().map(key -> "docker service ps " + service(key)).toList();
    }
    return switch (check.kind()) {
      case "exec" -> new ExecCommand(plan, text).of(view);
      case "reach" -> reach(view);
      case "dns" -> dns(view);
      case "http" -> http(view);
      case "file" -> file(view);
      case "logs" -> each(view, "docker logs ");
      case "processes" -> each(view, "docker top ");
      case "changes" -> each(view, "docker diff ");
      case "state" -> view.texts("container").stream().map(this::state).toList();
      case "inspect" -> inspect(view);
      case "tasks" ->
          view.texts("service").stream().map(key -> "docker service ps " + service(key)).toList();
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

  private String service(String key) {
    return text.word(plan.names().services().getOrDefault(key, key));
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
    String network =
        from.equals(ENGINE)
            ? "host"
            : "container:" + plan.names().containers().getOrDefault(from, from);
    String image = text.word(plan.scenario().defaults().probeImage());
    return "docker run --rm --network " + text.word(network) + " " + image + " ";
  }

  /** The engine packs what is at a path into an archive, whose list says what it is. */
  private List<String> file(View view) {
    String path = text.word(":" + view.text("path").orElse(""));
    return view.texts("container").stream()
        .map(key -> "docker cp " + name(key) + path + " - | tar -tvf -")
        .toList();
  }

  private List<String> each(View view, String command) {
    return view.texts("container").stream().map(key -> command + name(key)).toList();
  }

  private String name(String key) {
    return text.word(plan.names().containers().getOrDefault(key, key));
  }

  private String state(String key) {
    String name = name(key);
    return "docker inspect -f '{{json .State}} {{json .Mounts}} {{json .NetworkSettings.Networks}}' "
        + name;
  }

  private List<String> inspect(View view) {
    for (String kind : List.of("container", "network", "volume", "service", "image")) {
      Map<String, String> names =
          switch (kind) {
            case "container" -> plan.names().containers();
            case "network" -> plan.names().networks();
            case "volume" -> plan.names().volumes();
            case "service" -> plan.names().services();
            default -> Map.of();
          };
      if (!view.texts(kind).isEmpty()) {
        return view.texts(kind).stream()
            .map(key -> "docker " + kind + " inspect " + text.word(names.getOrDefault(key, key)))
            .toList();
      }
    }
    return List.of("docker info");
  }

  private List<String> attempt(Data.Mapping action) {
    return action.entries().values().stream()
        .flatMap(
            entry -> actions.of(new Call(entry.key(), entry.keySpan(), entry.value())).stream())
        .toList();
  }
}
