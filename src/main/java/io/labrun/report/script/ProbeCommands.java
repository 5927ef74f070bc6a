package io.labrun.report.script;

import io.labrun.plan.Plan;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The commands for checks that look from somewhere, each in a container beside what it looks from.
 */
final class ProbeCommands {
  private static final String ENGINE = "engine";

  private final Plan plan;
  private final ShellText text;
  private final LiveCommands live;
  private final Cli cli;
  private final HostCommands hosts;

  ProbeCommands(Plan plan, ShellText text, LiveCommands live, Cli cli, HostCommands hosts) {
    this.plan = plan;
    this.text = text;
    this.live = live;
    this.cli = cli;
    this.hosts = hosts;
  }

  /** From each start to each target. */
  List<String> reach(View view) {
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

  /** Asks for a name from each start. */
  List<String> dns(View view) {
    String type =
        view.text("type")
            .map(t -> "-type=" + text.word(t.toLowerCase(Locale.ROOT)) + " ")
            .orElse("");
    String name = text.word(view.text("name").orElse(""));
    return view.texts("from").stream()
        .map(from -> probe(from) + "nslookup " + type + name)
        .toList();
  }

  /** Asks for a page from each start. */
  List<String> http(View view) {
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

  private String name(String key) {
    return text.word(plan.names().containers().getOrDefault(key, key));
  }
}
