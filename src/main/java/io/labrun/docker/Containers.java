package io.labrun.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotModifiedException;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Containers and their lives. */
final class Containers {
  private static final Duration ENGINES_GRACE = Duration.ofSeconds(10);
  private static final Duration COPYING = Duration.ofMinutes(5);
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Wire wire;
  private final Networks networks;
  private final Inspection inspection;
  private final Path home;

  Containers(Wire wire, Networks networks, Path home) {
    this.wire = wire;
    this.networks = networks;
    this.inspection = new Inspection(wire);
    this.home = home;
  }

  /** Makes a container on all its networks and gives its id; leaves nothing behind on failure. */
  String create(ContainerRequest request) {
    Optional<String> network = firstNetwork(request);
    String id =
        wire.command(
            "making the container " + request.name(),
            client ->
                ContainerCommand.fill(
                        client.createContainerCmd(request.spec().image()), request, network, home)
                    .exec()
                    .getId());
    try {
      for (Endpoint endpoint : request.endpoints().stream().skip(1).toList()) {
        networks.connect(id, endpoint);
      }
      return id;
    } catch (EngineException e) {
      removeHalfMade(id, e);
      throw e;
    }
  }

  /** Docker before 25 gives a fixed MAC address only where it is told the network's name. */
  private Optional<String> firstNetwork(ContainerRequest request) {
    Optional<Endpoint> first = request.endpoints().stream().findFirst();
    boolean fixed =
        first.flatMap(Endpoint::macAddress).or(request.spec().networking()::macAddress).isPresent();
    return first
        .map(Endpoint::networkId)
        .map(id -> fixed ? Json.text(inspection.read(ObjectKind.NETWORK, id), "Name") : id);
  }

  private void removeHalfMade(String id, EngineException failure) {
    boolean interrupted = Thread.interrupted();
    try {
      remove(id);
    } catch (EngineException e) {
      failure.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void start(String id) {
    change(Wire.USUAL, "starting a container", client -> client.startContainerCmd(id).exec());
  }

  void stop(String id, Optional<Duration> grace) {
    Duration patience = grace.orElseGet(() -> ownGrace(id));
    change(
        patience.plus(Wire.USUAL),
        "stopping a container",
        client ->
            client.stopContainerCmd(id).withTimeout(ContainerCommand.seconds(patience)).exec());
  }

  void restart(String id, Optional<Duration> grace) {
    Duration patience = grace.orElseGet(() -> ownGrace(id));
    change(
        patience.plus(Wire.USUAL),
        "restarting a container",
        client ->
            client.restartContainerCmd(id).withTimeout(ContainerCommand.seconds(patience)).exec());
  }

  /**
   * What the engine would wait by itself; docker-java has a default of its own, 10 s, and would
   * send that.
   */
  private Duration ownGrace(String id) {
    Map<String, Object> config = Json.map(inspection.read(ObjectKind.CONTAINER, id), "Config");
    if (!config.containsKey("StopTimeout")) {
      return ENGINES_GRACE;
    }
    long seconds = Json.number(config, "StopTimeout");
    return seconds < 0 ? FOR_EVER : Duration.ofSeconds(seconds);
  }

  void kill(String id, String signal) {
    change(
        Wire.USUAL,
        "killing a container",
        client -> client.killContainerCmd(id).withSignal(signal).exec());
  }

  void pause(String id) {
    change(Wire.USUAL, "pausing a container", client -> client.pauseContainerCmd(id).exec());
  }

  void unpause(String id) {
    change(Wire.USUAL, "unpausing a container", client -> client.unpauseContainerCmd(id).exec());
  }

  /** What is so already needs no change (status 304). */
  private void change(Duration limit, String what, Consumer<DockerClient> command) {
    wire.command(
        limit,
        what,
        client -> {
          try {
            command.accept(client);
          } catch (NotModifiedException e) {
            return false;
          }
          return true;
        });
  }

  /** Removes a container, killing it first if it runs, with its anonymous volumes. */
  void remove(String id) {
    new ContainerRemoval(wire).remove(id);
  }

  void copyInto(String id, String folder, byte[] tar) {
    wire.command(
        COPYING,
        "copying into a container",
        client ->
            client
                .copyArchiveToContainerCmd(id)
                .withRemotePath(folder)
                .withTarInputStream(new ByteArrayInputStream(tar))
                .exec());
  }
}
