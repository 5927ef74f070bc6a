package io.labrun.run.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.RunningLab;
import org.junit.jupiter.api.Test;

/** When another attempt would look at something else. */
final class AttemptCheckIT {

  @Test
  void an_action_that_was_done_is_not_tried_again() {
    try (RunningLab lab =
        RunningLab.of(
            """
            name: it-settled
            networks: {lab: {}, second: {}}
            containers:
              web: {image: busybox, command: sleep 1000, networks: [lab]}
            assertions:
              - {name: connect, attempt: {connect: {container: web, network: second}}, expect: {succeeded: false}}
            """)) {
      assertTrue(lab.findings("connect").get(0).settled());
      assertFalse(lab.findings("connect").get(0).settled());
    }
  }
}
