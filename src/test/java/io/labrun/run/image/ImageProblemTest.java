package io.labrun.run.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.run.engine.EngineException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What helps where an image can't be had. */
final class ImageProblemTest {
  private static List<String> help(String reference) {
    return ImageProblem.of(
            reference, new EngineException(EngineException.Kind.NO_REGISTRY, "no such host"))
        .help();
  }

  @Test
  void only_the_image_that_doctor_can_make_is_said_to_be_made_by_it() {
    String made = "is this machine online? labrun doctor --fix makes a stand-in for this image";
    assertEquals(List.of(made, ImageProblem.WITHOUT_NETWORK), help("busybox"));
    assertEquals(List.of("is this machine online?", ImageProblem.WITHOUT_NETWORK), help("nginx"));
  }
}
