package io.labrun.run;

import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.lab.Lab;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.BuildSpec;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes declared containers. */
final class ContainerMaker {
  private final Lab lab;
  private final RunSettings settings;
  private final RunLabels labels;
  private final Supplier<TextResolver> resolvers;

  ContainerMaker(
      Lab lab, RunSettings settings, RunLabels labels, Supplier<TextResolver> resolvers) {
    this.lab = lab;
    this.settings = settings;
    this.labels = labels;
    this.resolvers = resolvers;
  }

  /** Makes a container, without starting it, and gives its id. */
  String make(String key) {
    ContainerSpec spec = spec(key);
    requireVolumes(spec);
    String id = lab.engineOf(key).createContainer(request(key, spec));
    lab.containers().stands(key, id);
    return id;
  }

  /** The engine would make a volume that is missing by itself: one that is nobody's to remove. */
  private void requireVolumes(ContainerSpec spec) {
    spec.storage().mounts().stream()
        .map(MountSpec::source)
        .filter(lab.plan().scenario().volumes()::containsKey)
        .forEach(lab.volumes()::get);
  }

  /** What the scenario says of a container, with live values looked up. */
  ContainerSpec spec(String key) {
    Resource container = lab.plan().scenario().containers().get(key);
    ContainerSpec spec = ContainerSpec.read(container, resolvers.get());
    ContainerSpec made =
        lab.plan().names().built(key, lab.plan().run()).map(spec::withImage).orElse(spec);
    return settings.limits().map(limits -> limits.within(made)).orElse(made);
  }

  /** What the scenario says of its build alone: live values of the rest are not known yet. */
  BuildSpec build(String key) {
    Resource container = lab.plan().scenario().containers().get(key);
    return BuildSpec.read(container, resolvers.get()).orElseThrow();
  }

  private ContainerRequest request(String key, ContainerSpec spec) {
    return new ContainerRequest(
        lab.plan().names().containers().get(key),
        labels.with(key, spec.labels()),
        spec,
        EnvFiles.variables(spec.process(), lab, settings),
        spec.networking().attachments().stream().map(a -> endpoint(key, a)).toList(),
        lab.plan().names().volumes(),
        lab.containers().all(),
        settings.folder());
  }

  private Endpoint endpoint(String key, Attachment attachment) {
    List<String> aliases = new ArrayList<>(List.of(key));
    aliases.addAll(attachment.aliases());
    return new Endpoint(
        lab.networks().get(attachment.network()),
        aliases,
        attachment.ipv4Address(),
        attachment.ipv6Address(),
        attachment.macAddress());
  }
}
