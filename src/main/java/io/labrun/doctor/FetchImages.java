package io.labrun.doctor;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.image.ImageProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gets the images that the scenarios need: from the registry, or, for busybox where no registry
 * answers, from Debian's static busybox.
 */
final class FetchImages implements DoctorFix {
  private static final List<String> BUSYBOX =
      List.of(
          "busybox",
          "busybox:latest",
          "library/busybox",
          "docker.io/busybox",
          "docker.io/library/busybox",
          "docker.io/library/busybox:latest");

  @Override
  public void mend(Patient patient, Consumer<String> say) {
    Engine engine = patient.engine().orElse(null);
    if (engine == null) {
      return;
    }
    for (String image : patient.images()) {
      if (!Images.isThere(engine, image)) {
        fetch(patient, engine, image, say);
      }
    }
  }

  private static void fetch(Patient patient, Engine engine, String image, Consumer<String> say) {
    if (patient.isOffline()) {
      withoutRegistry(patient, engine, image, say);
      return;
    }
    say.accept("docker pull " + image);
    try {
      engine.pull(image, Optional.empty(), progress -> {});
    } catch (EngineException e) {
      if (!BUSYBOX.contains(image)) {
        throw new FixFailedException(
            "the image " + image + " could not be fetched: " + e.getMessage(),
            e.kind() == EngineException.Kind.NO_REGISTRY
                ? ImageProblem.WITHOUT_NETWORK
                : "docker pull " + image);
      }
      say.accept("no: " + e.getMessage());
      new DebianBusybox(patient.machine(), say).buildOn(engine, image);
    }
  }

  private static void withoutRegistry(
      Patient patient, Engine engine, String image, Consumer<String> say) {
    if (!BUSYBOX.contains(image)) {
      throw new FixFailedException(
          "the image " + image + " is not on the engine, and --offline fetches none",
          "labrun images load FILE.tar");
    }
    new DebianBusybox(patient.machine(), say).buildOn(engine, image);
  }
}
