package io.labrun.docker;

import io.labrun.run.engine.BuildRequest;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.DialRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineEvent;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.engine.FileEntry;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.LayerChange;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.engine.Limiter;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.ProcessEntry;
import io.labrun.run.engine.Swarm;
import io.labrun.run.engine.VolumeRequest;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A Docker engine, reached through docker-java.
 *
 * <p>A call on an interrupted thread fails at once with kind INTERRUPTED and leaves the flag set,
 * so that a run stops; what must still be done then (teardown) belongs on a thread of its own. A
 * call that ends with TIMEOUT or INTERRUPTED may have its effect all the same, a moment later: what
 * it may have made is found by its labels.
 */
final class DockerEngine implements Engine {
  private final Wire wire;
  private final Surroundings around;
  private final boolean lasts;
  private final Facts facts;
  private final Networks networks;
  private final Volumes volumes;
  private final Containers containers;
  private final Execs execs;
  private final Images images;
  private final Builds builds;
  private final Events events;
  private final Swarm swarm;
  private final HealthChecks health;
  private final Set<DockerEngine> inside = ConcurrentHashMap.newKeySet();

  /**
   * An engine.
   *
   * @param lasts whether it is there before and after us, so that one that is gone may come back
   */
  DockerEngine(Wire wire, Surroundings around, boolean lasts) {
    Path home = around.home();
    this.wire = wire;
    this.around = around;
    this.lasts = lasts;
    this.facts = new Facts(wire);
    this.networks = new Networks(wire);
    this.volumes = new Volumes(wire);
    this.containers = new Containers(wire, networks, home);
    this.execs = new Execs(wire);
    RegistryLogins logins = new RegistryLogins(around, wire.json());
    this.images = new Images(wire, logins);
    this.builds = new Builds(wire, logins);
    this.events = new Events(wire);
    this.swarm =
        new DockerSwarm(
            wire, new Services(wire, logins, home), new ServiceRemoval(wire, containers));
    this.health = new HealthChecks(wire);
  }

  /** Runs its commands in containers. */
  Execs execs() {
    return execs;
  }

  @Override
  public EngineFacts facts() {
    return facts.get();
  }

  @Override
  public void ping(Duration limit) {
    wire.ping(limit);
  }

  @Override
  public void giveUp(String why) {
    wire.bounded().giveUp(why);
    inside.forEach(one -> one.giveUp(why));
  }

  @Override
  public void takeBack() {
    wire.bounded().takeBack();
  }

  @Override
  public boolean answersWithin(Duration patience) {
    return new Return(wire, facts).within(lasts ? patience : Duration.ZERO);
  }

  @Override
  public int breaks() {
    return wire.bounded().breaks();
  }

  @Override
  public void pull(String reference, Optional<String> platform, Consumer<LayerProgress> listener) {
    images.pull(reference, platform, listener);
  }

  @Override
  public void build(BuildRequest request, InputStream context, Consumer<LayerProgress> listener) {
    builds.build(request, context, listener);
  }

  @Override
  public void tagImage(String image, String reference) {
    images.tag(image, reference);
  }

  @Override
  public void removeImage(String reference) {
    builds.remove(reference);
  }

  @Override
  public InputStream saveImages(List<String> references) {
    return new ImageArchives(wire).save(references);
  }

  @Override
  public void loadImages(InputStream tar) {
    new ImageArchives(wire).load(tar);
  }

  @Override
  public String createNetwork(NetworkRequest request) {
    return networks.create(request);
  }

  @Override
  public void connect(String containerId, Endpoint endpoint) {
    networks.connect(containerId, endpoint);
  }

  @Override
  public void disconnect(String containerId, String networkId) {
    networks.disconnect(containerId, networkId);
  }

  @Override
  public void removeNetwork(String id) {
    networks.remove(id);
  }

  @Override
  public String createVolume(VolumeRequest request) {
    return volumes.create(request);
  }

  @Override
  public void removeVolume(String name) {
    volumes.remove(name);
  }

  @Override
  public Swarm swarm() {
    return swarm;
  }

  @Override
  public Limiter limiter() {
    return new DockerLimiter(wire);
  }

  @Override
  public String createContainer(ContainerRequest request) {
    return containers.create(request);
  }

  @Override
  public void start(String containerId) {
    containers.start(containerId);
  }

  @Override
  public void stop(String containerId, Optional<Duration> grace) {
    containers.stop(containerId, grace);
  }

  @Override
  public void restart(String containerId, Optional<Duration> grace) {
    containers.restart(containerId, grace);
  }

  @Override
  public void kill(String containerId, String signal) {
    containers.kill(containerId, signal);
  }

  @Override
  public void pause(String containerId) {
    containers.pause(containerId);
  }

  @Override
  public void unpause(String containerId) {
    containers.unpause(containerId);
  }

  @Override
  public void removeContainer(String containerId) {
    containers.remove(containerId);
  }

  @Override
  public Map<String, Object> inspect(ObjectKind kind, String id) {
    Map<String, Object> found = new Inspection(wire).read(kind, id);
    if (kind == ObjectKind.CONTAINER && wire.isPodman()) {
      health.watch(found);
    }
    return found;
  }

  @Override
  public List<LabelledObject> labelled(Map<String, String> labels) {
    return new Labelled(wire).find(labels);
  }

  @Override
  public ExecResult exec(ExecRequest request) {
    return execs.run(request);
  }

  @Override
  public void copyInto(String containerId, String folder, byte[] tar) {
    containers.copyInto(containerId, folder, tar);
  }

  @Override
  public Optional<FileEntry> file(
      String containerId, String path, boolean content, Duration limit) {
    return new Archives(wire).read(containerId, path, content, limit);
  }

  @Override
  public List<LayerChange> changes(String containerId) {
    return new Insides(wire).changes(containerId);
  }

  @Override
  public List<ProcessEntry> processes(String containerId) {
    return new Insides(wire).processes(containerId);
  }

  @Override
  public ExecResult log(String containerId, Duration limit) {
    return new Logs(wire).whole(containerId, limit);
  }

  @Override
  public ExecResult logs(String containerId, int lines) {
    return new Logs(wire).tail(containerId, lines);
  }

  @Override
  public Subscription events(String label, String value, Consumer<EngineEvent> listener) {
    return events.subscribe(label, value, listener);
  }

  @Override
  public Engine inside(DialRequest request) {
    Route route =
        Route.through(
            new ContainerDial(execs, request),
            "inside " + request.name(),
            "a container of " + wire.route().shown());
    DockerEngine one =
        new DockerEngine(
            Wire.open(route, Optional.empty(), request.patience(), wire.json()), around, false);
    inside.removeIf(other -> other.wire.bounded().isClosed());
    inside.add(one);
    return one;
  }

  @Override
  public void close() {
    wire.close();
  }
}
