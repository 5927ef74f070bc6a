package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import java.util.List;

/** Live values of volumes. */
final class LiveVolumes {
  private final Lab lab;

  LiveVolumes(Lab lab) {
    this.lab = lab;
  }

  /** A value by one of the volume's paths. */
  String value(String key, List<String> path) {
    String name = lab.plan().names().volumes().get(key);
    return path.get(0).equals("name")
        ? name
        : new Tree(lab.engineOfVolume(key).inspect(ObjectKind.VOLUME, name))
            .text("Mountpoint")
            .orElseThrow(
                () ->
                    ProblemException.lasting(
                        Problem.of("volume `" + key + "` has no mount point on the host")));
  }
}
