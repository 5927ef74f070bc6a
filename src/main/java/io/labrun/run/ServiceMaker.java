package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.action.ServiceChange;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.run.engine.Swarm;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import io.labrun.scenario.spec.ServiceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Makes declared Swarm services and changes them, each until its tasks run. */
final class ServiceMaker {
  private final Lab lab;
  private final RunSettings settings;
  private final RunLabels labels;
  private final Supplier<TextResolver> resolvers;
  private final Cancellation cancellation;
  private final Rollout rollout;

  /** What actions have changed so far, by service. */
  private final Map<String, ServiceChange> changes = new ConcurrentHashMap<>();

  ServiceMaker(
      Lab lab,
      RunSettings settings,
      RunLabels labels,
      Supplier<TextResolver> resolvers,
      Cancellation cancellation) {
    this.lab = lab;
    this.settings = settings;
    this.labels = labels;
    this.resolvers = resolvers;
    this.cancellation = cancellation;
    this.rollout = new Rollout(lab, cancellation);
  }

  /** Makes a service, waits until its tasks run and gives its id. */
  String make(String key) {
    changes.remove(key);
    ServiceSpec spec = spec(key);
    requireVolumes(spec);
    ServiceRequest request = request(key, spec, false);
    String id = create(key, request);
    lab.services().stands(key, id);
    rollout.awaitRunning(key, spec, Set.of());
    return id;
  }

  private String create(String key, ServiceRequest request) {
    try {
      return swarm(key).createService(request);
    } catch (EngineException e) {
      if (e.kind() != EngineException.Kind.NO_MANAGER) {
        throw e;
      }
      throw ProblemException.lasting(
          Problem.of("the service `%s` needs a swarm, and its engine manages none".formatted(key))
              .help(
                  "place it on a host: `hosts: {manager: {swarm: manager}}` and `host: manager`",
                  "what needs no swarm is declared under `containers`"));
    }
  }

  /** Gives a service another number of tasks, and waits until as many run. */
  void scale(String key, long replicas) {
    Set<String> before = rollout.known(key);
    swarm(key).scale(lab.services().get(key), replicas);
    rollout.awaitRunning(key, spec(key), before, replicas);
  }

  /** Changes a service and waits until its tasks are replaced. */
  void update(String key, ServiceChange change) {
    Optional<ServiceChange> earlier = Optional.ofNullable(changes.get(key));
    Set<String> before = rollout.known(key);
    changes.merge(key, change, ServiceMaker::both);
    try {
      swarm(key).updateService(lab.services().get(key), request(key, spec(key), change.force()));
      new ServiceUpdate(lab, key, cancellation).await(before);
    } catch (ProblemException | EngineException e) {
      changes.remove(key);
      earlier.ifPresent(was -> changes.put(key, was));
      throw e;
    }
  }

  private static ServiceChange both(ServiceChange first, ServiceChange second) {
    Map<String, Optional<String>> environment = new LinkedHashMap<>(first.environment());
    environment.putAll(second.environment());
    return new ServiceChange(
        second.image().or(first::image), second.command().or(first::command), environment, false);
  }

  /** The engine would make a volume that is missing by itself: one that is nobody's to remove. */
  private void requireVolumes(ServiceSpec spec) {
    spec.storage().mounts().stream()
        .map(MountSpec::source)
        .filter(lab.plan().scenario().volumes()::containsKey)
        .forEach(lab.volumes()::get);
  }

  private Swarm swarm(String key) {
    return lab.engineOfService(key).swarm();
  }

  /**
   * What the scenario says of a service, with live values looked up, and what was changed since.
   */
  private ServiceSpec spec(String key) {
    ServiceSpec spec = ServiceSpec.read(lab.plan().scenario().services().get(key), resolvers.get());
    ServiceChange change = changes.get(key);
    return change == null
        ? spec
        : spec.with(change.image(), change.command(), change.environment());
  }

  private ServiceRequest request(String key, ServiceSpec spec, boolean force) {
    return new ServiceRequest(
        lab.plan().names().services().get(key),
        labels.with(key, spec.deploy().labels()),
        labels.ofTasks(key, spec.labels()),
        spec,
        EnvFiles.variables(spec.process(), lab, settings),
        spec.networking().attachments().stream().map(a -> endpoint(key, a)).toList(),
        lab.plan().names().volumes(),
        settings.folder(),
        force);
  }

  private Endpoint endpoint(String key, Attachment attachment) {
    List<String> aliases = new ArrayList<>(List.of(key));
    aliases.addAll(attachment.aliases());
    return Endpoint.on(lab.networks().get(attachment.network()), aliases);
  }
}
