package io.labrun.docker;

import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Ulimit;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.scenario.spec.LimitSpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.ProcessSpec;
import io.labrun.scenario.spec.SecuritySpec;
import io.labrun.scenario.spec.StorageSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The part of a container that its host gives: {@code HostConfig} of the Engine API. */
final class HostSettings {
  private static final String CONTAINER = "container:";

  private HostSettings() {}

  static HostConfig of(ContainerRequest request, Path home) {
    HostConfig host = new HostConfig();
    request.spec().restart().map(RestartPolicy::parse).ifPresent(host::withRestartPolicy);
    if (request.spec().rm()) {
      host.withAutoRemove(true);
    }
    process(host, request.spec().process());
    networking(host, request.spec().networking(), request.containerIds());
    storage(host, request.spec().storage(), new Mounts(request, home));
    limits(host, request.spec().limits());
    security(host, request.spec().security(), request.containerIds());
    return host;
  }

  private static void process(HostConfig host, ProcessSpec process) {
    host.withGroupAdd(process.groups());
    if (process.init()) {
      host.withInit(true);
    }
  }

  private static void networking(
      HostConfig host, NetworkingSpec networking, Map<String, String> ids) {
    networking.mode().map(mode -> namespace(mode, ids)).ifPresent(host::withNetworkMode);
    host.withPortBindings(networking.ports().stream().map(HostSettings::binding).toList());
    host.withDns(networking.dns());
    host.withDnsSearch(networking.dnsSearch());
    host.withDnsOptions(networking.dnsOptions());
    host.withExtraHosts(
        networking.extraHosts().entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .toArray(String[]::new));
  }

  /** A container of the scenario is named by its key, and the engine wants its id. */
  private static String namespace(String mode, Map<String, String> ids) {
    if (!mode.startsWith(CONTAINER)) {
      return mode;
    }
    String key = mode.substring(CONTAINER.length());
    return CONTAINER + ids.getOrDefault(key, key);
  }

  private static PortBinding binding(PortSpec port) {
    String hostPort = port.published().map(String::valueOf).orElse("");
    return new PortBinding(
        new Ports.Binding(port.hostIp().orElse(""), hostPort),
        ExposedPort.parse(port.target() + "/" + port.protocol()));
  }

  private static void storage(HostConfig host, StorageSpec storage, Mounts mounts) {
    host.withMounts(mounts.mounts()).withBinds(mounts.binds());
    host.withReadonlyRootfs(storage.readOnly());
    storage.shmSize().ifPresent(host::withShmSize);
  }

  private static void limits(HostConfig host, LimitSpec limits) {
    limits.memory().ifPresent(host::withMemory);
    limits.memoryReservation().ifPresent(host::withMemoryReservation);
    limits.memorySwap().ifPresent(host::withMemorySwap);
    limits.cpus().map(cpus -> Math.round(cpus * 1e9)).ifPresent(host::withNanoCPUs);
    limits.cpuShares().ifPresent(host::withCpuShares);
    limits.cpuset().ifPresent(host::withCpusetCpus);
    limits.pids().ifPresent(host::withPidsLimit);
    limits.log().map(HostSettings::log).ifPresent(host::withLogConfig);
    host.withUlimits(
        limits.ulimits().entrySet().stream()
            .map(e -> new Ulimit(e.getKey(), e.getValue().soft(), e.getValue().hard()))
            .toList());
  }

  /** One file, which begins anew when it is full. */
  private static LogConfig log(long bytes) {
    return new LogConfig(
        LogConfig.LoggingType.JSON_FILE, Map.of("max-size", Long.toString(bytes), "max-file", "1"));
  }

  private static void security(
      HostConfig host, SecuritySpec security, Map<String, String> containerIds) {
    host.withPrivileged(security.privileged())
        .withSecurityOpts(security.options())
        .withDevices(security.devices().stream().map(HostSettings::device).toList())
        .withDeviceCgroupRules(security.deviceRules())
        .withSysctls(security.sysctls());
    capabilities(host, "CapAdd", security.capAdd());
    capabilities(host, "CapDrop", security.capDrop());
    security.pid().map(mode -> namespace(mode, containerIds)).ifPresent(host::withPidMode);
    security.ipc().map(mode -> namespace(mode, containerIds)).ifPresent(host::withIpcMode);
    security.userns().ifPresent(host::withUsernsMode);
    security.runtime().ifPresent(host::withRuntime);
  }

  /** As text: docker-java's closed list would refuse what a newer kernel knows. */
  private static void capabilities(HostConfig host, String field, List<String> names) {
    if (!names.isEmpty()) {
      DockerObjectAccessor.overrideRawValue(host, field, names);
    }
  }

  private static Device device(String text) {
    String[] parts = text.split(":");
    String inside = parts.length > 1 && parts[1].startsWith("/") ? parts[1] : parts[0];
    String last = parts[parts.length - 1];
    return new Device(last.startsWith("/") ? "rwm" : last, inside, parts[0]);
  }
}
