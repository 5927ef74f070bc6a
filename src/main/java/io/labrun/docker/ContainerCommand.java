package io.labrun.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.Healthcheck;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.ProcessSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in docker-java's words what a container is to be ({@code POST /containers/create}). */
final class ContainerCommand {
  private ContainerCommand() {}

  /**
   * Fills the command; of the networks only the first, which the engine joins while making.
   *
   * @param network that network's name or id
   */
  static CreateContainerCmd fill(
      CreateContainerCmd command, ContainerRequest request, Optional<String> network, Path home) {
    ContainerSpec spec = request.spec();
    HostConfig host = HostSettings.of(request, home);
    command
        .withName(request.name())
        .withLabels(request.labels())
        .withEnv(
            request.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .toList());
    spec.platform().ifPresent(command::withPlatform);
    spec.healthcheck().map(ContainerCommand::health).ifPresent(command::withHealthcheck);
    process(command, spec.process());
    network.ifPresent(host::withNetworkMode);
    endpoint(command, request);
    return command.withHostConfig(host);
  }

  private static void process(CreateContainerCmd command, ProcessSpec process) {
    process.command().ifPresent(command::withCmd);
    process.entrypoint().map(ContainerCommand::entrypoint).ifPresent(command::withEntrypoint);
    process.user().ifPresent(command::withUser);
    process.workingDir().ifPresent(command::withWorkingDir);
    process.hostname().ifPresent(command::withHostName);
    process.domainname().ifPresent(command::withDomainName);
    process.stopSignal().ifPresent(command::withStopSignal);
    process.stopGracePeriod().map(ContainerCommand::seconds).ifPresent(command::withStopTimeout);
    command.withTty(process.tty()).withStdinOpen(process.stdinOpen());
  }

  /** An empty list resets the image's entrypoint only when it is written as one empty text. */
  private static List<String> entrypoint(List<String> words) {
    return words.isEmpty() ? List.of("") : words;
  }

  /** Whole seconds, upwards: the engine knows no smaller ones here. */
  static int seconds(Duration duration) {
    return (int) Math.min(Integer.MAX_VALUE, duration.plusNanos(999_999_999).toSeconds());
  }

  static HealthCheck health(Healthcheck check) {
    HealthCheck out = new HealthCheck();
    if (!check.test().isEmpty()) {
      out.withTest(check.test());
    }
    check.interval().map(Duration::toNanos).ifPresent(out::withInterval);
    check.timeout().map(Duration::toNanos).ifPresent(out::withTimeout);
    check.startPeriod().map(Duration::toNanos).ifPresent(out::withStartPeriod);
    check.retries().ifPresent(out::withRetries);
    return out;
  }

  private static void endpoint(CreateContainerCmd command, ContainerRequest request) {
    NetworkingSpec networking = request.spec().networking();
    Optional<Endpoint> first = request.endpoints().stream().findFirst();
    first.ifPresent(
        endpoint -> {
          command.withAliases(endpoint.aliases());
          endpoint.ipv4Address().ifPresent(command::withIpv4Address);
          endpoint.ipv6Address().ifPresent(command::withIpv6Address);
        });
    first
        .flatMap(Endpoint::macAddress)
        .or(networking::macAddress)
        .ifPresent(command::withMacAddress);
    command.withExposedPorts(exposed(networking));
  }

  private static List<ExposedPort> exposed(NetworkingSpec networking) {
    return Stream.concat(
            networking.ports().stream().map(port -> port.target() + "/" + port.protocol()),
            networking.expose().stream())
        .distinct()
        .map(ExposedPort::parse)
        .toList();
  }
}
