package io.labrun.testbed;

import io.labrun.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Removes images that the stand-ins have left behind, and none that is used or has a name.
 *
 * @param machine with Docker's command line
 */
record UnusedImages(Machine machine) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int TRIES = 20;

  /** One that another image is made from goes when that one is replaced. */
  void remove(String id) {
    docker("image", "rm", id);
  }

  /**
   * The steps of a build that did not come to its end. The engine notices somewhat later than its
   * client that it is over, and uses them as long.
   *
   * @param label that they carry, {@code key=value}
   */
  void removeUnnamed(String label) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      List<String> found = unnamed(label);
      if (found.isEmpty()) {
        return;
      }
      found.forEach(this::remove);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private List<String> unnamed(String label) {
    return docker("images", "--quiet", "--filter=dangling=true", "--filter=label=" + label)
        .output()
        .lines()
        .toList();
  }

  private Machine.Ran docker(String... words) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(words));
    return machine.run(PATIENCE, Path.of("/"), command);
  }
}
