package io.labrun.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of which engine to use. */
class EngineOptions {
  @Option(
      names = {"-H", "--host"},
      paramLabel = "URL",
      description =
          "The engine to use: unix:///path, tcp://host:port or ssh://user@host."
              + " Otherwise DOCKER_HOST, the docker context, the usual sockets.")
  private String host;

  /** The engine that the user named. */
  final Optional<String> host() {
    return Optional.ofNullable(host);
  }
}
