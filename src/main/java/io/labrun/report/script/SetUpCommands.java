package io.labrun.report.script;

import io.labrun.plan.Plan;
import io.labrun.plan.StepId;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import io.labrun.scenario.spec.ServiceSpec;
import io.labrun.scenario.spec.VolumeSpec;
import java.util.ArrayList;
import java.util.List;

/** The commands for the steps of a plan. */
final class SetUpCommands {
  private static final String IN_A_SWARM =
      "test \"$(docker info -f '{{.Swarm.LocalNodeState}}')\" = active # docker swarm init";

  private final Plan plan;
  private final ShellText text;
  private final Cli cli;
  private final HostCommands hosts;

  SetUpCommands(Plan plan, ShellText text, Cli cli, HostCommands hosts) {
    this.plan = plan;
    this.text = text;
    this.cli = cli;
    this.hosts = hosts;
  }

  /** The commands of one step; none where docker does it by itself. */
  List<String> of(StepId step) {
    return switch (step.kind()) {
      case IMAGE -> List.of(step.isHandover() ? handOver(step) : image(step.key()));
      case BUILD ->
          new BuildCommand(plan, text).of(step.key(), spec(step.key()).build().orElseThrow());
      case NETWORK -> network(step.key());
      case VOLUME -> volume(step.key());
      case CONTAINER -> started(step.key());
      case HEALTHY -> healthy(step.key());
      case COMPLETED -> List.of(completed(step.key()));
      case SERVICE -> service(step.key());
      case SWARM -> List.of(hosts.isHost(step.key()) ? hosts.swarm(step.key()) : IN_A_SWARM);
      case UNDERLAY -> hosts.underlay();
      case HOST -> hosts.made(step.key());
      case PROBE -> List.of();
    };
  }

  private String image(String reference) {
    String word = text.word(reference);
    return "docker image inspect " + word + " >/dev/null 2>&1 || docker pull " + word;
  }

  private String handOver(StepId step) {
    return hosts.handOver(text.word(step.key()), step.host());
  }

  private String completed(String key) {
    return "test \"$(" + cli.container(key) + "wait " + name(key) + ")\" = 0";
  }

  private List<String> network(String key) {
    NetworkSpec spec = NetworkSpec.read(plan.scenario().networks().get(key), text);
    String name = plan.names().networks().get(key);
    if (spec.external()) {
      return List.of(cli.network(key) + "network inspect " + text.word(name) + " >/dev/null");
    }
    Options options =
        new Options()
            .add("--driver", spec.driver())
            .pairs("--opt", spec.options())
            .add("--ipam-driver", spec.ipamDriver())
            .pairs("--ipam-opt", spec.ipamOptions())
            .flag("--internal", spec.internal())
            .flag("--attachable", spec.attachable())
            .flag("--ipv6", spec.ipv6())
            .pairs("--label", spec.labels());
    spec.pools()
        .forEach(
            pool ->
                options
                    .add("--subnet", pool.subnet())
                    .add("--gateway", pool.gateway())
                    .add("--ip-range", pool.ipRange())
                    .pairs("--aux-address", pool.auxAddresses()));
    return List.of(command(cli.network(key) + "network create", options.words(), name));
  }

  private List<String> volume(String key) {
    VolumeSpec spec = VolumeSpec.read(plan.scenario().volumes().get(key), text);
    String name = plan.names().volumes().get(key);
    if (spec.external()) {
      return List.of(cli.volume(key) + "volume inspect " + text.word(name) + " >/dev/null");
    }
    Options options =
        new Options()
            .add("--driver", spec.driver())
            .pairs("--opt", spec.options())
            .pairs("--label", spec.labels());
    return List.of(command(cli.volume(key) + "volume create", options.words(), name));
  }

  private List<String> service(String key) {
    ServiceSpec spec = ServiceSpec.read(plan.scenario().services().get(key), text);
    return List.of(
        cli.service(key)
            + "service create "
            + text.words(ServiceOptions.of(key, spec, plan.names())));
  }

  private String command(String start, List<String> words, String name) {
    String middle = words.isEmpty() ? "" : " " + text.words(words);
    return start + middle + " " + text.word(name);
  }

  /** The commands that make a container without starting it. */
  List<String> created(String key) {
    ContainerSpec spec = spec(key);
    List<String> out = new ArrayList<>();
    List<String> words = new ArrayList<>(ContainerOptions.of(key, spec, plan.names()));
    List<Attachment> places = spec.networking().attachments();
    if (!places.isEmpty()) {
      words.addAll(2, aliases("--network-alias", key, places.get(0)));
    }
    out.add(cli.container(key) + "create " + text.words(words));
    for (Attachment place : places.subList(Math.min(1, places.size()), places.size())) {
      List<String> more = new ArrayList<>(ContainerOptions.place(key, place));
      more.addAll(aliases("--alias", key, place));
      more.add(plan.names().networks().getOrDefault(place.network(), place.network()));
      out.add(cli.container(key) + "network connect " + text.words(more) + " " + name(key));
    }
    return out;
  }

  private static List<String> aliases(String option, String key, Attachment place) {
    return new Options().add(option, key).each(option, place.aliases()).words();
  }

  private List<String> started(String key) {
    List<String> out = new ArrayList<>(created(key));
    out.add(cli.container(key) + "start " + name(key));
    return out;
  }

  private List<String> healthy(String key) {
    if (spec(key).healthcheck().filter(check -> !check.isNone()).isEmpty()) {
      return List.of();
    }
    return List.of(
        "until [ \"$("
            + cli.container(key)
            + "inspect -f '{{.State.Health.Status}}' "
            + name(key)
            + ")\" = healthy ]; do",
        "  sleep 1",
        "done");
  }

  private ContainerSpec spec(String key) {
    Resource container = plan.scenario().containers().get(key);
    ContainerSpec spec = ContainerSpec.read(container, text);
    return plan.names().built(key, plan.run()).map(spec::withImage).orElse(spec);
  }

  private String name(String key) {
    return text.word(plan.names().containers().get(key));
  }
}
