package io.labrun.run.engine;

import java.time.Duration;
import java.util.List;

/**
 * How to reach the engine that runs inside a container.
 *
 * @param containerId a running container
 * @param name what messages call that engine's machine
 * @param command run in the container once for each connection; its input and output are the
 *     engine's, as those of {@code docker system dial-stdio}; one that waits until the engine
 *     listens makes the first call wait
 * @param patience how long the engine may take to give its first answer
 */
public record DialRequest(
    String containerId, String name, List<String> command, Duration patience) {

  /** A request whose words do not change any more. */
  public DialRequest {
    command = List.copyOf(command);
  }
}
