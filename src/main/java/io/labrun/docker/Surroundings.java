package io.labrun.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the search for an engine may look at.
 *
 * @param environment the environment's variables
 * @param home the user's home folder
 * @param systemSocket where a system-wide engine listens
 * @param isAttended whether somebody is there to answer a question
 */
public record Surroundings(
    Map<String, String> environment, Path home, Path systemSocket, boolean isAttended) {

  /** The usual place of the socket. */
  public static final Path SYSTEM_SOCKET = Path.of("/var/run/docker.sock");

  /** The surroundings of a user. */
  public static Surroundings of(Map<String, String> environment, Path home) {
    return new Surroundings(Map.copyOf(environment), home, SYSTEM_SOCKET, false);
  }

  /** The same with somebody at the terminal, or nobody. */
  public Surroundings attended(boolean is) {
    return new Surroundings(environment, home, systemSocket, is);
  }

  /** A variable; empty where it is not set or has no text, which the docker CLI treats alike. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** The folder of the docker CLI's configuration. */
  Path configFolder() {
    return variable("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
  }

  /** The user's number, read off the home folder's owner; empty where that has none. */
  Optional<String> userId() {
    try {
      return Optional.of(Files.getAttribute(home, "unix:uid").toString());
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
