package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.ProblemException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Where in a container the engine can't look for files: what is in memory only has no place in the
 * layers and volumes that it reads, and so would seem not to exist.
 *
 * @param hidden by path of a mount, whether the engine sees nothing there
 */
record BlindSpots(Map<String, Boolean> hidden) {

  static BlindSpots of(Tree container) {
    Map<String, Boolean> out = new HashMap<>(Map.of("/proc", true, "/sys", true, "/dev", true));
    if (container.at("HostConfig", "Tmpfs").orElse(null) instanceof Map<?, ?> tmpfs) {
      tmpfs.keySet().forEach(path -> out.put(ContainerPath.normal(path.toString()), true));
    }
    container
        .items("Mounts")
        .forEach(
            mount ->
                out.put(
                    ContainerPath.normal(mount.text("Destination").orElse("/")),
                    mount.text("Type").filter("tmpfs"::equals).isPresent()));
    return new BlindSpots(out);
  }

  /**
   * From where on the engine sees each folder down to a path: the deepest mount above it that it
   * sees, else the root.
   */
  String start(String path) {
    return hidden.keySet().stream()
        .filter(place -> !hidden.get(place) && isIn(path, place))
        .max(Comparator.comparing(String::length))
        .orElse("/");
  }

  /** Fails if the engine can't say what is at a path; a mount inside another one counts more. */
  void guard(String key, String path) {
    hidden.keySet().stream()
        .filter(place -> isIn(path, place))
        .max(Comparator.comparing(String::length))
        .filter(hidden::get)
        .ifPresent(
            place -> {
              throw problem(key, place);
            });
  }

  private static boolean isIn(String path, String place) {
    return path.equals(place) || path.startsWith(place + "/");
  }

  private static ProblemException problem(String key, String place) {
    String what = "%s of `%s` is in memory only, where the engine can't look";
    return ProblemException.lasting(
        Problem.of(what.formatted(place, key))
            .help("look from inside: `exec: {container: %s, shell: ...}`".formatted(key)));
  }
}
