package io.labrun.docker;

import static io.labrun.docker.ServiceBody.put;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.VolumeOptions;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.scenario.spec.DeploySpec;
import io.labrun.scenario.spec.LimitSpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.ProcessSpec;
import io.labrun.scenario.spec.SecuritySpec;
import io.labrun.scenario.spec.ServiceSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a service that each of its tasks gets: {@code TaskTemplate} of the Engine API. */
final class TaskBody {
  private TaskBody() {}

  static Map<String, Object> of(ServiceRequest request, Path home) {
    DeploySpec deploy = request.spec().deploy();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("ContainerSpec", container(request, home));
    out.put("Networks", ServiceBody.networks(request));
    out.put("Placement", placement(deploy.placement()));
    out.put(
        "Resources",
        Map.of("Limits", amounts(deploy.limits()), "Reservations", amounts(deploy.reservations())));
    put(out, "RestartPolicy", deploy.restart().map(TaskBody::restart));
    return out;
  }

  private static Map<String, Object> container(ServiceRequest request, Path home) {
    ServiceSpec spec = request.spec();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("Image", spec.image());
    out.put("Labels", request.taskLabels());
    out.put(
        "Env",
        request.environment().entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .toList());
    put(out, "Healthcheck", spec.healthcheck().map(ContainerCommand::health));
    process(out, spec.process());
    networking(out, spec.networking());
    security(out, spec.security());
    out.put("Mounts", mounts(request, home));
    out.put("ReadOnly", spec.storage().readOnly());
    out.put("Ulimits", ulimits(spec.limits()));
    return out;
  }

  /** What Compose calls entrypoint is a service's command, and what it calls command its args. */
  private static void process(Map<String, Object> out, ProcessSpec process) {
    put(out, "Command", process.entrypoint());
    put(out, "Args", process.command());
    put(out, "User", process.user());
    out.put("Groups", process.groups());
    put(out, "Dir", process.workingDir());
    put(out, "Hostname", process.hostname());
    out.put("TTY", process.tty());
    out.put("OpenStdin", process.stdinOpen());
    if (process.init()) {
      out.put("Init", true);
    }
    put(out, "StopSignal", process.stopSignal());
    put(out, "StopGracePeriod", process.stopGracePeriod().map(Duration::toNanos));
  }

  /** A service's hosts are written as in /etc/hosts: the address first. */
  private static void networking(Map<String, Object> out, NetworkingSpec networking) {
    out.put(
        "DNSConfig",
        Map.of(
            "Nameservers", networking.dns(),
            "Search", networking.dnsSearch(),
            "Options", networking.dnsOptions()));
    out.put(
        "Hosts",
        networking.extraHosts().entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .toList());
  }

  private static void security(Map<String, Object> out, SecuritySpec security) {
    out.put("CapabilityAdd", security.capAdd());
    out.put("CapabilityDrop", security.capDrop());
    out.put("Sysctls", security.sysctls());
  }

  /** A node that does not have the volume makes it, and its labels say whose it is. */
  private static List<Mount> mounts(ServiceRequest request, Path home) {
    List<Mount> out = new Mounts(request, home).allNewWay();
    for (Mount mount : out) {
      if (isDeclared(mount, request)) {
        VolumeOptions options =
            Optional.ofNullable(mount.getVolumeOptions()).orElseGet(VolumeOptions::new);
        mount.withVolumeOptions(options.withLabels(request.taskLabels()));
      }
    }
    return out;
  }

  private static boolean isDeclared(Mount mount, ServiceRequest request) {
    return request.volumeNames().values().stream().anyMatch(n -> n.equals(mount.getSource()));
  }

  private static List<Map<String, Object>> ulimits(LimitSpec limits) {
    return limits.ulimits().entrySet().stream()
        .map(
            e ->
                Map.<String, Object>of(
                    "Name", e.getKey(), "Soft", e.getValue().soft(), "Hard", e.getValue().hard()))
        .toList();
  }

  private static Map<String, Object> placement(DeploySpec.Placement placement) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("Constraints", placement.constraints());
    out.put(
        "Preferences",
        placement.spread().stream()
            .map(label -> Map.of("Spread", Map.of("SpreadDescriptor", label)))
            .toList());
    put(out, "MaxReplicas", placement.maxReplicasPerNode());
    return out;
  }

  private static Map<String, Object> amounts(DeploySpec.Amounts amounts) {
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "NanoCPUs", amounts.cpus().map(ServiceBody::nanoCpus));
    put(out, "MemoryBytes", amounts.memory());
    put(out, "Pids", amounts.pids());
    return out;
  }

  private static Map<String, Object> restart(DeploySpec.Restart restart) {
    Map<String, Object> out = new LinkedHashMap<>();
    put(out, "Condition", restart.condition());
    put(out, "Delay", restart.delay().map(Duration::toNanos));
    put(out, "MaxAttempts", restart.maxAttempts());
    put(out, "Window", restart.window().map(Duration::toNanos));
    return out;
  }
}
