package io.labrun.docker;

import com.github.dockerjava.api.model.DockerObjectAccessor;
import com.github.dockerjava.api.model.SwarmSpec;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.JoinTokens;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.run.engine.Swarm;
import io.labrun.run.engine.SwarmNode;
import io.labrun.run.engine.SwarmTask;
import io.labrun.run.engine.Tree;
import java.util.List;
import java.util.Map;

/** The engine's part in a swarm. */
final class DockerSwarm implements Swarm {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String LISTEN = "0.0.0.0:" + PORT;

  private final Wire wire;
  private final Services services;
  private final ServiceRemoval removal;

  DockerSwarm(Wire wire, Services services, ServiceRemoval removal) {
    this.wire = wire;
    this.services = services;
    this.removal = removal;
  }

  @Override
  public JoinTokens init(String advertiseAddress, Map<String, String> labels) {
    init(LISTEN, advertiseAddress, labels);
    return tokens();
  }

  @Override
  public void initAlone(Map<String, String> labels) {
    init(LOOPBACK + ":" + PORT, LOOPBACK, labels);
  }

  private void init(String listen, String advertise, Map<String, String> labels) {
    SwarmSpec spec = new SwarmSpec();
    DockerObjectAccessor.overrideRawValue(spec, "Labels", labels);
    wire.command(
        "making a swarm",
        client ->
            client
                .initializeSwarmCmd(spec)
                .withListenAddr(listen)
                .withAdvertiseAddr(advertise)
                .exec());
  }

  @Override
  public void join(String advertiseAddress, List<String> managers, String token) {
    wire.command(
        "joining a swarm",
        client ->
            client
                .joinSwarmCmd()
                .withListenAddr(LISTEN)
                .withAdvertiseAddr(advertiseAddress)
                .withRemoteAddrs(managers)
                .withJoinToken(token)
                .exec());
  }

  @Override
  public void leave() {
    try {
      wire.command(
          "leaving a swarm", client -> client.leaveSwarmCmd().withForceEnabled(true).exec());
    } catch (EngineException e) {
      if (e.kind() != Kind.NO_MANAGER) {
        throw e;
      }
    }
  }

  @Override
  public JoinTokens tokens() {
    Map<String, Object> tokens = Json.map(wire.object("/swarm"), "JoinTokens");
    return new JoinTokens(Json.text(tokens, "Worker"), Json.text(tokens, "Manager"));
  }

  @Override
  public List<SwarmNode> nodes() {
    return wire.list("/nodes").stream().map(DockerSwarm::node).toList();
  }

  private static SwarmNode node(Map<String, Object> found) {
    Tree node = new Tree(found);
    return new SwarmNode(
        node.text("ID").orElse(""),
        node.text("Description", "Hostname").orElse(""),
        node.text("Spec", "Role").orElse(""),
        node.text("Status", "State").orElse("unknown"),
        node.text("Spec", "Availability").orElse(""),
        node.flag("ManagerStatus", "Leader"),
        node.text("Status", "Addr").orElse(""),
        Json.texts(Json.map(found, "Spec"), "Labels"));
  }

  @Override
  public String createService(ServiceRequest request) {
    return services.create(request);
  }

  @Override
  public void scale(String serviceId, long replicas) {
    services.scale(serviceId, replicas);
  }

  @Override
  public void updateService(String serviceId, ServiceRequest request) {
    services.update(serviceId, request);
  }

  @Override
  public void removeService(String serviceId) {
    removal.remove(serviceId);
  }

  @Override
  public List<SwarmTask> tasks(String serviceId) {
    return services.tasks(serviceId);
  }
}
