package io.labrun.report.script;

import io.labrun.plan.Names;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.LimitSpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.ProcessSpec;
import io.labrun.scenario.spec.SecuritySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code docker create} for a declared container. */
final class ContainerOptions {
  private final String key;
  private final ContainerSpec spec;
  private final Names names;
  private final Options options = new Options();
  private final AlikeOptions alike;

  private ContainerOptions(String key, ContainerSpec spec, Names names) {
    this.key = key;
    this.spec = spec;
    this.names = names;
    this.alike = new AlikeOptions(options, names);
  }

  /** All words after {@code docker create}, not quoted yet. */
  static List<String> of(String key, ContainerSpec spec, Names names) {
    return new ContainerOptions(key, spec, names).words();
  }

  private List<String> words() {
    options.add("--name", names.containers().get(key)).add("--platform", spec.platform());
    networking(spec.networking());
    process(spec.process());
    spec.storage().mounts().forEach(alike::mount);
    options.flag("--read-only", spec.storage().readOnly());
    options.add("--shm-size", spec.storage().shmSize());
    limits(spec.limits());
    security(spec.security());
    spec.healthcheck().ifPresent(alike::healthcheck);
    options.pairs("--label", spec.labels()).add("--restart", spec.restart());
    options.flag("--rm", spec.rm());
    return withCommand();
  }

  /** The first word of an entry point is its program; the others stand before the command. */
  private List<String> withCommand() {
    List<String> entrypoint = spec.process().entrypoint().orElse(List.of());
    if (!entrypoint.isEmpty()) {
      options.add("--entrypoint", entrypoint.get(0));
    }
    List<String> out = new ArrayList<>(options.words());
    out.add(spec.image());
    entrypoint.stream().skip(1).forEach(out::add);
    out.addAll(spec.process().command().orElse(List.of()));
    return out;
  }

  private void networking(NetworkingSpec networking) {
    networking.mode().ifPresent(mode -> options.add("--network", named(mode)));
    networking.attachments().stream().findFirst().ifPresent(this::attach);
    options.add("--mac-address", networking.macAddress());
    networking.ports().forEach(port -> options.add("--publish", port(port)));
    options.each("--expose", networking.expose());
    options.each("--dns", networking.dns());
    options.each("--dns-search", networking.dnsSearch());
    options.each("--dns-option", networking.dnsOptions());
    networking
        .extraHosts()
        .forEach((host, address) -> options.add("--add-host", host + ":" + address));
  }

  private void attach(Attachment first) {
    options.add("--network", names.networks().getOrDefault(first.network(), first.network()));
    options.words().addAll(place(key, first));
    options.add("--mac-address", first.macAddress());
  }

  /** The options for a container's place on a network. */
  static List<String> place(String key, Attachment attachment) {
    return new Options()
        .add("--ip", attachment.ipv4Address())
        .add("--ip6", attachment.ipv6Address())
        .words();
  }

  private static String port(PortSpec port) {
    String host = port.hostIp().map(ip -> ip.contains(":") ? "[" + ip + "]:" : ip + ":").orElse("");
    String published = port.published().map(p -> p + ":").orElse(host.isEmpty() ? "" : ":");
    return host + published + port.target() + "/" + port.protocol();
  }

  private String named(String mode) {
    String prefix = "container:";
    return mode.startsWith(prefix)
        ? prefix + names.containers().getOrDefault(mode.substring(prefix.length()), mode)
        : mode;
  }

  private void process(ProcessSpec process) {
    alike.environment(process);
    options
        .add("--user", process.user())
        .each("--group-add", process.groups())
        .add("--workdir", process.workingDir())
        .add("--hostname", process.hostname())
        .add("--domainname", process.domainname())
        .flag("--tty", process.tty())
        .flag("--interactive", process.stdinOpen())
        .flag("--init", process.init())
        .add("--stop-signal", process.stopSignal())
        .add("--stop-timeout", process.stopGracePeriod().map(Duration::toSeconds));
  }

  private void limits(LimitSpec limits) {
    options
        .add("--memory", limits.memory())
        .add("--memory-reservation", limits.memoryReservation())
        .add("--memory-swap", limits.memorySwap())
        .add("--cpus", limits.cpus())
        .add("--cpu-shares", limits.cpuShares())
        .add("--cpuset-cpus", limits.cpuset())
        .add("--pids-limit", limits.pids());
    limits
        .ulimits()
        .forEach((name, u) -> options.add("--ulimit", name + "=" + u.soft() + ":" + u.hard()));
  }

  private void security(SecuritySpec security) {
    options
        .flag("--privileged", security.privileged())
        .each("--cap-add", security.capAdd())
        .each("--cap-drop", security.capDrop())
        .each("--security-opt", security.options())
        .each("--device", security.devices())
        .each("--device-cgroup-rule", security.deviceRules())
        .pairs("--sysctl", security.sysctls())
        .add("--pid", security.pid().map(this::named))
        .add("--ipc", security.ipc().map(this::named))
        .add("--userns", security.userns())
        .add("--runtime", security.runtime());
  }
}
