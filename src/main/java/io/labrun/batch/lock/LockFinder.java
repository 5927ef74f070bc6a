package io.labrun.batch.lock;

import io.labrun.batch.lock.ThingLock.Kind;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.RunResolver;
import io.labrun.plan.StepKind;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.LimitSpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.ServiceSpec;
import io.labrun.scenario.spec.StorageSpec;
import io.labrun.scenario.spec.VolumeSpec;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a plan takes for itself on the main engine.
 *
 * <p>What is placed on hosts that are made for the run is theirs alone. What the engine chooses (a
 * subnet, a published port) is nobody's: it chooses what is free. What is only known when the run
 * is under way (a live value) is not seen.
 */
public final class LockFinder {
  private final Plan plan;
  private final Path folder;
  private final TextResolver early;
  private final Set<Lock> locks = new LinkedHashSet<>();
  private long memory;

  private LockFinder(Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
    this.early = new RunResolver(plan.run());
  }

  /**
   * What a plan takes for itself.
   *
   * @param folder where relative paths of the scenario start
   */
  public static Locks of(Plan plan, Path folder) {
    return new LockFinder(plan, folder).all();
  }

  private Locks all() {
    Scenario scenario = plan.scenario();
    Placement placement = Placement.of(scenario);
    NetworkLocks networks = new NetworkLocks(early, plan.names().networks(), locks);
    main(scenario.networks(), placement.networks()).forEach(networks::add);
    main(scenario.volumes(), placement.volumes()).forEach(this::volume);
    List<Resource> containers = main(scenario.containers(), placement.containers());
    containers.forEach(one -> container(ContainerSpec.read(one, early), networks));
    main(scenario.services(), placement.services()).forEach(this::service);
    locks.addAll(new HostNetworkPorts(scenario, early).of(containers));
    scenario.requires().freePorts().stream()
        .flatMap(port -> PortSpec.parse(port.name()).stream())
        .map(port -> PortLock.of(Optional.empty(), port.target(), port.protocol()))
        .forEach(locks::add);
    if (plan.keys(StepKind.SWARM).contains(Placement.MAIN)) {
      locks.add(ThingLock.of(Kind.SWARM, ""));
    }
    return new Locks(List.copyOf(locks), memory, scenario.requires().exclusive().isPresent());
  }

  private static List<Resource> main(Map<String, Resource> all, Map<String, String> hosts) {
    return all.values().stream()
        .filter(one -> hosts.get(one.key()).equals(Placement.MAIN))
        .toList();
  }

  private void volume(Resource volume) {
    VolumeSpec spec = VolumeSpec.read(volume, early);
    if (spec.external() || spec.name().isPresent()) {
      String name = plan.names().volumes().get(volume.key());
      boolean read = spec.external() && !isWritten(volume.key());
      locks.add(new ThingLock(Kind.VOLUME_NAME, name, read));
    }
  }

  private boolean isWritten(String volume) {
    Scenario scenario = plan.scenario();
    return Stream.concat(
            scenario.containers().values().stream()
                .map(one -> ContainerSpec.read(one, early).storage()),
            scenario.services().values().stream()
                .map(one -> ServiceSpec.read(one, early).storage()))
        .flatMap(storage -> storage.mounts().stream())
        .anyMatch(mount -> mount.source().equals(volume) && !mount.readOnly());
  }

  private void container(ContainerSpec spec, NetworkLocks networks) {
    spec.containerName().ifPresent(name -> locks.add(ThingLock.of(Kind.CONTAINER_NAME, name)));
    ports(spec.networking());
    networks.fixed(spec.networking(), plan.scenario().networks());
    limit(spec.limits());
    folders(spec.storage());
  }

  private void service(Resource service) {
    ServiceSpec spec = ServiceSpec.read(service, early);
    ports(spec.networking());
    folders(spec.storage());
  }

  private void folders(StorageSpec storage) {
    storage.mounts().stream()
        .flatMap(mount -> FolderLocks.of(mount, folder).stream())
        .forEach(locks::add);
  }

  private void ports(NetworkingSpec networking) {
    for (PortSpec port : networking.ports()) {
      port.published()
          .map(number -> PortLock.of(port.hostIp(), number, port.protocol()))
          .ifPresent(locks::add);
    }
  }

  private void limit(LimitSpec limits) {
    memory += limits.memory().orElse(0L);
  }
}
