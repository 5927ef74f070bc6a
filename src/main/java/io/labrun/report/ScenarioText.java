package io.labrun.report;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Named;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.DeploySpec;
import io.labrun.scenario.spec.HostSpec;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.ServiceSpec;
import io.labrun.scenario.spec.VolumeSpec;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a scenario to a reader: the lesson, what is made, what is claimed. */
public final class ScenarioText {
  private static final int MOST_OF_A_CALL = 300;
  private static final int MOST_OF_A_KEY = 20;

  private final ReportSettings settings;
  private final Pen pen;

  /** Scenarios shown as the settings say. */
  public ScenarioText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
  }

  /** The lines about a scenario. */
  public List<String> render(Scenario scenario) {
    List<String> out = new ArrayList<>(new HeaderText(settings).render(scenario));
    List<String> lesson = MarkdownText.render(pen, scenario.description().in(settings.language()));
    if (!lesson.isEmpty()) {
      out.add("");
      out.addAll(lesson);
    }
    lead("Requires  ", RequiresWords.of(scenario.requires()), out);
    List<String> grants = scenario.requires().grants().stream().map(Named::name).toList();
    lead("Asks for  ", grants, out);
    resources("Hosts", scenario.hosts().values(), ScenarioText::host, out);
    resources("Networks", scenario.networks().values(), ScenarioText::network, out);
    resources("Volumes", scenario.volumes().values(), ScenarioText::volume, out);
    resources("Containers", scenario.containers().values(), ScenarioText::container, out);
    resources("Services", scenario.services().values(), ScenarioText::service, out);
    claims(scenario.assertions(), out);
    lead("Tags  ", scenario.tags(), out);
    return out;
  }

  private void lead(String lead, List<String> words, List<String> out) {
    if (!words.isEmpty()) {
      out.add("");
      out.addAll(pen.beside(lead, Tone.STRONG, pen.safe(String.join("; ", words))));
    }
  }

  /** What there is to say of a network, volume or container. */
  private interface Facts {
    List<String> of(Resource resource);
  }

  private void resources(
      String title, Collection<Resource> resources, Facts facts, List<String> out) {
    if (resources.isEmpty()) {
      return;
    }
    heading(title, out);
    int widest = resources.stream().mapToInt(one -> TextWidth.of(one.key())).max().orElse(0);
    int room = Math.min(MOST_OF_A_KEY, widest);
    for (Resource one : resources) {
      String blanks = " ".repeat(Math.max(0, room - TextWidth.of(one.key())) + 2);
      String words = String.join("; ", facts.of(one).stream().filter(w -> !w.isEmpty()).toList());
      out.addAll(pen.beside("  " + pen.safe(one.key()) + blanks, Tone.ACCENT, pen.safe(words)));
    }
  }

  private void heading(String title, List<String> out) {
    out.add("");
    out.add(pen.paint(Tone.STRONG, title));
  }

  private static List<String> host(Resource host) {
    HostSpec spec = HostSpec.read(host);
    return List.of(
        "an engine of its own, " + spec.image(),
        spec.swarm()
            .map(role -> role.name().toLowerCase(Locale.ROOT) + " of the swarm")
            .orElse(""));
  }

  private static List<String> network(Resource network) {
    NetworkSpec spec = NetworkSpec.read(network, TextResolver.AS_WRITTEN);
    List<String> out = new ArrayList<>();
    out.add(spec.external() ? "exists already" : spec.driver().orElse("bridge"));
    for (NetworkSpec.Pool pool : spec.pools()) {
      out.add(pool.subnet().orElse("") + pool.gateway().map(ip -> ", gateway " + ip).orElse(""));
    }
    out.add(spec.options().containsKey("parent") ? "on " + spec.options().get("parent") : "");
    out.add(spec.internal() ? "no way out" : "");
    spec.host().ifPresent(host -> out.add("on host " + host));
    out.add(spec.start() ? "" : "not created at once");
    return out;
  }

  private static List<String> volume(Resource volume) {
    VolumeSpec spec = VolumeSpec.read(volume, TextResolver.AS_WRITTEN);
    return List.of(
        spec.external() ? "exists already" : spec.driver().orElse("local"),
        spec.host().map(host -> "on host " + host).orElse(""),
        spec.start() ? "" : "not created at once");
  }

  private static List<String> container(Resource container) {
    ContainerSpec spec = ContainerSpec.read(container, TextResolver.AS_WRITTEN);
    NetworkingSpec networking = spec.networking();
    List<String> out = new ArrayList<>();
    out.add(spec.build().isPresent() ? "built from the scenario's folder" : spec.image());
    out.add(networking.mode().map(mode -> "network mode " + mode).orElse(""));
    networking.attachments().forEach(one -> out.add("on " + attachment(one)));
    networking.ports().forEach(port -> out.add("publishes " + port(port)));
    spec.storage().mounts().forEach(mount -> out.add("mounts " + mount.target()));
    spec.host().ifPresent(host -> out.add("on host " + host));
    out.add(spec.start() ? "" : "not started at once");
    return out;
  }

  private static List<String> service(Resource service) {
    ServiceSpec spec = ServiceSpec.read(service, TextResolver.AS_WRITTEN);
    List<String> out = new ArrayList<>();
    out.add(spec.image());
    out.add(
        spec.deploy().mode() == DeploySpec.Mode.GLOBAL
            ? "a task on each node"
            : Words.count((int) spec.deploy().wanted(), "task"));
    spec.networking().attachments().forEach(one -> out.add("on " + attachment(one)));
    spec.networking().ports().forEach(port -> out.add("publishes " + port(port)));
    spec.storage().mounts().forEach(mount -> out.add("mounts " + mount.target()));
    spec.host().ifPresent(host -> out.add("told to host " + host));
    out.add(spec.start() ? "" : "not created at once");
    return out;
  }

  private static String attachment(NetworkingSpec.Attachment one) {
    List<String> addresses =
        Stream.of(one.ipv4Address(), one.ipv6Address(), one.macAddress())
            .flatMap(Optional::stream)
            .toList();
    return one.network() + (addresses.isEmpty() ? "" : " as " + String.join(", ", addresses));
  }

  private static String port(PortSpec port) {
    String host = port.published().map(number -> " on " + number).orElse(" on a free port");
    return port.target() + "/" + port.protocol() + host;
  }

  private void claims(List<Assertion> assertions, List<String> out) {
    if (assertions.isEmpty()) {
      return;
    }
    heading("Claims", out);
    int number = 0;
    for (Assertion assertion : assertions) {
      number++;
      out.addAll(
          pen.beside("%4d  ".formatted(number), Tone.ACCENT, pen.brief(assertion.name().name())));
      assertion.actions().forEach(action -> call("after ", action, out));
    }
  }

  private void call(String lead, Call call, List<String> out) {
    String written = String.join(" ", call.argument().span().text().strip().split("\\s+"));
    String words = pen.clip(pen.safe(call.kind() + ": " + written), MOST_OF_A_CALL);
    out.addAll(pen.beside("      " + lead, Tone.MUTED, words));
  }
}
