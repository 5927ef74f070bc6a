package io.labrun.doctor;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import java.util.List;

/** The images that the scenarios need are on the engine, so that a run starts at once. */
final class ImagesCheck implements DoctorCheck {

  @Override
  public List<Finding> examine(Patient patient) {
    return patient.engine().stream()
        .flatMap(engine -> patient.images().stream().map(image -> finding(engine, image)))
        .toList();
  }

  private static Finding finding(Engine engine, String image) {
    String subject = "image " + image;
    try {
      return Images.isThere(engine, image)
          ? Finding.ok(subject, "is on the engine")
          : Finding.degraded(
              subject,
              "is not on the engine; a run fetches it from its registry if that answers",
              "labrun doctor --fix");
    } catch (EngineException e) {
      return Finding.degraded(subject, "not looked at: " + e.getMessage());
    }
  }
}
