package io.labrun.load.danger;

import io.labrun.files.RealPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is known of this machine when a scenario is judged.
 *
 * <p>Where the engine is another machine's, paths are judged as if they were of this one: it is all
 * that can be looked at, and the usual sockets have the same names there.
 *
 * @param home the user's home folder
 * @param sockets where engines answer or might, besides the usual places
 */
public record Machine(Path home, List<Path> sockets) {
  /** Whoever has one of these controls the containers of the machine, and so the machine. */
  private static final List<Path> USUAL =
      List.of(
          Path.of("/var/run/docker.sock"),
          Path.of("/run/docker.sock"),
          Path.of("/run/containerd/containerd.sock"),
          Path.of("/run/podman/podman.sock"),
          Path.of("/run/crio/crio.sock"),
          Path.of("/run/user/0/docker.sock"));

  private static final Set<String> NAMES =
      Set.of(
          "docker.sock",
          "docker.raw.sock",
          "docker-cli.sock",
          "containerd.sock",
          "containerd.sock.ttrpc",
          "podman.sock",
          "crio.sock",
          "cri-dockerd.sock",
          "buildkitd.sock",
          "docker_engine");

  /** This machine with nothing special about it. */
  public static Machine usual() {
    return new Machine(Path.of(System.getProperty("user.home", "/")), List.of());
  }

  /** Whether the end of a path is an engine's socket, by its place or by its name. */
  boolean isSocket(Path end) {
    Path name = end.getFileName();
    return name != null && NAMES.contains(name.toString()) || ends().contains(end);
  }

  /** Whether a folder holds an engine's socket, at whatever depth. */
  boolean isAroundSocket(Path end) {
    return ends().stream().anyMatch(socket -> socket.startsWith(end) && !socket.equals(end));
  }

  private List<Path> ends() {
    List<Path> out = new ArrayList<>(USUAL);
    out.addAll(sockets);
    out.add(home.resolve(".docker/run/docker.sock"));
    out.add(home.resolve(".docker/desktop/docker.sock"));
    List.copyOf(out).forEach(socket -> out.add(RealPath.of(socket)));
    return out;
  }
}
