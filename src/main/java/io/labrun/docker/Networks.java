package io.labrun.docker;

import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.Network.Ipam;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.ObjectKind;
import io.labrun.scenario.spec.NetworkSpec;
import java.time.Duration;
import java.util.Map;

/** Networks, and containers on them. */
final class Networks {
  private static final Duration ENDPOINTS_GO = Duration.ofSeconds(5);

  private final Wire wire;

  Networks(Wire wire) {
    this.wire = wire;
  }

  /** Makes a network and gives its id. */
  String create(NetworkRequest request) {
    try {
      return wire.command(
          "making the network " + request.name(),
          client -> command(client.createNetworkCmd(), request).exec().getId());
    } catch (EngineException e) {
      throw new Overlap(wire).explain(e, request.spec());
    }
  }

  private static CreateNetworkCmd command(CreateNetworkCmd command, NetworkRequest request) {
    NetworkSpec spec = request.spec();
    spec.driver().ifPresent(command::withDriver);
    if (!spec.pools().isEmpty() || spec.ipamDriver().isPresent() || !spec.ipamOptions().isEmpty()) {
      command.withIpam(ipam(spec));
    }
    return command
        .withName(request.name())
        .withCheckDuplicate(true)
        .withInternal(spec.internal())
        .withAttachable(spec.attachable())
        .withEnableIpv6(spec.ipv6())
        .withOptions(spec.options())
        .withLabels(request.labels());
  }

  private static Ipam ipam(NetworkSpec spec) {
    Ipam out = new Ipam().withConfig(spec.pools().stream().map(Networks::pool).toList());
    spec.ipamDriver().ifPresent(out::withDriver);
    if (!spec.ipamOptions().isEmpty()) {
      // docker-java 3.7.1 has no such field.
      DockerObjectAccessor.overrideRawValue(out, "Options", spec.ipamOptions());
    }
    return out;
  }

  private static Ipam.Config pool(NetworkSpec.Pool pool) {
    Ipam.Config out = new Ipam.Config();
    pool.subnet().ifPresent(out::withSubnet);
    pool.gateway().ifPresent(out::withGateway);
    pool.ipRange().ifPresent(out::withIpRange);
    if (!pool.auxAddresses().isEmpty()) {
      // docker-java 3.7.1 has no such field.
      DockerObjectAccessor.overrideRawValue(out, "AuxiliaryAddresses", pool.auxAddresses());
    }
    return out;
  }

  /** Joins a container to a network. */
  void connect(String containerId, Endpoint endpoint) {
    if (endpoint.macAddress().isPresent() && !wire.version().isAtLeast(1, 44)) {
      throw new EngineException(
          Kind.UNSUPPORTED,
          "a fixed MAC address on a second network needs Docker 25 (API 1.44); this engine speaks "
              + wire.version());
    }
    wire.command(
        "connecting a container to the network " + endpoint.networkId(),
        client ->
            client
                .connectToNetworkCmd()
                .withContainerId(containerId)
                .withNetworkId(endpoint.networkId())
                .withContainerNetwork(place(endpoint))
                .exec());
  }

  private static ContainerNetwork place(Endpoint endpoint) {
    ContainerNetwork out = new ContainerNetwork().withAliases(endpoint.aliases());
    endpoint.macAddress().ifPresent(out::withMacAddress);
    if (endpoint.ipv4Address().isPresent() || endpoint.ipv6Address().isPresent()) {
      ContainerNetwork.Ipam ipam = new ContainerNetwork.Ipam();
      endpoint.ipv4Address().ifPresent(ipam::withIpv4Address);
      endpoint.ipv6Address().ifPresent(ipam::withIpv6Address);
      out.withIpamConfig(ipam);
    }
    return out;
  }

  /** Takes a container off a network. */
  void disconnect(String containerId, String networkId) {
    wire.command(
        "disconnecting a container from the network " + networkId,
        client ->
            client
                .disconnectFromNetworkCmd()
                .withContainerId(containerId)
                .withNetworkId(networkId)
                .exec());
  }

  /** Asked by id, Podman removes a network that containers are on; by name it does not. */
  private String removable(String id) {
    return wire.isPodman()
        ? Json.text(new Inspection(wire).read(ObjectKind.NETWORK, id), "Name")
        : id;
  }

  /** Removes a network; endpoints of containers that were just removed may take a moment to go. */
  void remove(String id) {
    Patience patience = new Patience(ENDPOINTS_GO);
    while (true) {
      try {
        String name = removable(id);
        wire.command("removing the network " + id, client -> client.removeNetworkCmd(name).exec());
        return;
      } catch (EngineException e) {
        if (e.kind() == Kind.NOT_FOUND) {
          return;
        }
        if (!isInUse(e)) {
          throw e;
        }
        if (!patience.pause()) {
          throw stillInUse(e, new Inspection(wire).read(ObjectKind.NETWORK, id));
        }
      }
    }
  }

  /** A swarm says it in other words than an engine. */
  private static boolean isInUse(EngineException e) {
    return e.getMessage().contains("active endpoints") || e.getMessage().contains("is in use by");
  }

  /**
   * What it means that a network stays in use: where none of its containers is left, an engine has
   * miscounted them (moby #42119, for Docker before 28.1).
   *
   * @param network what the engine tells of it
   */
  static EngineException stillInUse(EngineException refusal, Map<String, Object> network) {
    boolean local = Json.text(network, "Scope").equals("local");
    return local && Json.map(network, "Containers").isEmpty()
        ? new EngineException(
            Kind.FAILED,
            "the engine counts a container on it that is gone, as Docker before 28.1 does at times;"
                + " it counts anew when it is started again")
        : refusal;
  }
}
