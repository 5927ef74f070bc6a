package io.labrun.docker;

import io.labrun.run.engine.NoEngineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the docker CLI would look for its engine: {@code --host}, {@code DOCKER_HOST}, {@code
 * DOCKER_CONTEXT}, the configured context, the default socket; and after that, where nothing was
 * named, the sockets of rootless engines, of Docker Desktop and of Podman.
 *
 * @param noted what was looked at and names nothing, in words
 * @param candidates the addresses to try, in order; never empty
 * @param named whether a certain engine is named, so that there is one candidate
 */
record EngineSearch(List<String> noted, List<EngineAddress> candidates, boolean named) {
  private static final String ROOTLESS = "rootless";
  private static final String DESKTOP = "Docker Desktop";
  private static final String PODMAN = "Podman";
  private static final String PODMAN_SOCKET = "podman/podman.sock";

  /** What names the sockets that are only tried in case. */
  static final Set<String> USUAL = Set.of(ROOTLESS, DESKTOP, PODMAN);

  /**
   * Looks around, without connecting.
   *
   * @param host what {@code --host} says
   * @throws NoEngineException if what is named makes no sense
   */
  static EngineSearch in(Surroundings around, Optional<String> host, Json json) {
    if (host.isPresent()) {
      return only(List.of(), HostText.read(host.get(), "--host", environmentTls(around)));
    }
    Optional<String> named = around.variable("DOCKER_HOST");
    if (named.isPresent()) {
      return only(List.of(), HostText.read(named.get(), "DOCKER_HOST", environmentTls(around)));
    }
    return context(around, json);
  }

  /** Whether one engine was named, so that no other is looked for. */
  boolean isNamed() {
    return candidates.size() == 1;
  }

  private static EngineSearch only(List<String> noted, EngineAddress address) {
    return new EngineSearch(noted, List.of(address), true);
  }

  private static EngineSearch context(Surroundings around, Json json) {
    List<String> noted = List.of("DOCKER_HOST (not set)");
    ContextStore contexts = new ContextStore(around.configFolder(), json);
    Optional<String> named = around.variable("DOCKER_CONTEXT");
    String namedBy = named.isPresent() ? "DOCKER_CONTEXT" : "config.json";
    Optional<String> name =
        named.or(() -> CliConfig.read(around.configFolder(), json).currentContext());
    return name.filter(context -> !context.equals("default"))
        .map(context -> only(noted, contexts.address(context, namedBy)))
        .orElseGet(() -> new EngineSearch(noted, sockets(around), false));
  }

  private static List<EngineAddress> sockets(Surroundings around) {
    List<EngineAddress> out = new ArrayList<>();
    out.add(HostText.unix(around.systemSocket(), "context \"default\""));
    Optional<Path> runtime =
        around
            .variable("XDG_RUNTIME_DIR")
            .or(() -> around.userId().map(id -> "/run/user/" + id))
            .map(Path::of);
    runtime
        .map(folder -> HostText.unix(folder.resolve("docker.sock"), ROOTLESS))
        .ifPresent(out::add);
    out.add(HostText.unix(around.home().resolve(".docker/run/docker.sock"), DESKTOP));
    out.add(HostText.unix(around.home().resolve(".docker/desktop/docker.sock"), DESKTOP));
    runtime.map(folder -> HostText.unix(folder.resolve(PODMAN_SOCKET), PODMAN)).ifPresent(out::add);
    out.add(HostText.unix(around.systemSocket().resolveSibling(PODMAN_SOCKET), PODMAN));
    return out;
  }

  /** TLS as the environment asks for it; any text of the variable means yes, as in the CLI. */
  private static Optional<EngineAddress.Tls> environmentTls(Surroundings around) {
    boolean verify = around.variable("DOCKER_TLS_VERIFY").isPresent();
    if (!verify && around.variable("DOCKER_TLS").isEmpty()) {
      return Optional.empty();
    }
    Path folder = around.variable("DOCKER_CERT_PATH").map(Path::of).orElseGet(around::configFolder);
    return Optional.of(new EngineAddress.Tls(Optional.of(folder), verify));
  }
}
