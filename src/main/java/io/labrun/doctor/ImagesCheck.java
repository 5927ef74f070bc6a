package io.labrun.doctor;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import java.util.List;

/** The images that the scenarios need are on the engine, so that a run starts at once. */
final class ImagesCheck implements DoctorCheck {

  @Override
  public List<Finding> examine(Patient patient) {
    return patient.engine().stream()
        .flatMap(engine -> patient.images().stream().map(image -> finding(patient, engine, image)))
        .toList();
  }

  private static Finding finding(Patient patient, Engine engine, String image) {
    String subject = "image " + image;
    try {
      return Images.isThere(engine, image)
          ? Finding.ok(subject, "is on the engine")
          : missing(patient, subject);
    } catch (EngineException e) {
      return Finding.degraded(subject, "not looked at: " + e.getMessage());
    }
  }

  private static Finding missing(Patient patient, String subject) {
    return patient.isOffline()
        ? Finding.degraded(
            subject,
            "is not on the engine, and --offline fetches none",
            "labrun images load FILE.tar")
        : Finding.degraded(
            subject,
            "is not on the engine; a run fetches it from its registry if that answers",
            "labrun doctor --fix");
  }
}
