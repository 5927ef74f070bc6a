package io.labrun.run.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command to run in a container.
 *
 * @param containerId where
 * @param command its words
 * @param environment further variables
 * @param user empty for the container's own
 * @param workdir empty for the container's own
 * @param stdin given to it and then ended; empty for no input at all
 * @param timeout after which waiting ends; the command itself may run on, the API can't kill it
 */
public record ExecRequest(
    String containerId,
    List<String> command,
    Map<String, String> environment,
    Optional<String> user,
    Optional<String> workdir,
    Optional<byte[]> stdin,
    Duration timeout) {

  /** A plain command. */
  public static ExecRequest of(String containerId, Duration timeout, List<String> command) {
    return new ExecRequest(
        containerId,
        command,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        timeout);
  }
}
