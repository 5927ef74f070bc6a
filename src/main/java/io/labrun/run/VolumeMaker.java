package io.labrun.run;

import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.VolumeRequest;
import io.labrun.run.lab.Lab;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.VolumeSpec;
import java.util.function.Supplier;

/** Makes declared volumes, and finds external ones. */
final class VolumeMaker {
  private final Lab lab;
  private final RunLabels labels;
  private final Supplier<TextResolver> resolvers;

  VolumeMaker(Lab lab, RunLabels labels, Supplier<TextResolver> resolvers) {
    this.lab = lab;
    this.labels = labels;
    this.resolvers = resolvers;
  }

  /** Makes a volume, or finds it, and gives its name. */
  String make(String key) {
    VolumeSpec spec = spec(key);
    String name = lab.plan().names().volumes().get(key);
    if (spec.external()) {
      Existing.external(lab.engineOfVolume(key), ObjectKind.VOLUME, name);
    } else {
      create(key, name, spec);
    }
    lab.volumes().stands(key, name);
    return name;
  }

  /** Finds the external volumes, for a lab whose own stand already. */
  void findExternal() {
    lab.plan().scenario().volumes().keySet().stream()
        .filter(key -> spec(key).external())
        .forEach(this::make);
  }

  private VolumeSpec spec(String key) {
    return VolumeSpec.read(lab.plan().scenario().volumes().get(key), resolvers.get());
  }

  private void create(String key, String name, VolumeSpec spec) {
    Existing.refuseTaken(lab.engineOfVolume(key), ObjectKind.VOLUME, name, spec.name().isPresent());
    lab.engineOfVolume(key)
        .createVolume(new VolumeRequest(name, labels.with(key, spec.labels()), spec));
  }
}
