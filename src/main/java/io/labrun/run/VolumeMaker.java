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
    VolumeSpec spec = VolumeSpec.read(lab.plan().scenario().volumes().get(key), resolvers.get());
    String name = lab.plan().names().volumes().get(key);
    if (spec.external()) {
      Existing.external(lab, ObjectKind.VOLUME, name);
      return name;
    }
    Existing.refuseTaken(lab, ObjectKind.VOLUME, name, spec.name().isPresent());
    return lab.engine()
        .createVolume(new VolumeRequest(name, labels.with(key, spec.labels()), spec));
  }
}
