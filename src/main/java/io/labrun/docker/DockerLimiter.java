package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.Limiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What containers take ({@code GET /containers/json?size=1}, {@code GET /system/df} where they have
 * volumes), and limits for those that run ({@code POST /containers/{id}/update}).
 */
final class DockerLimiter implements Limiter {
  /** A build that was just broken off may still be ending its step. */
  private static final Duration ENDING = Duration.ofSeconds(15);

  private final Wire wire;

  DockerLimiter(Wire wire) {
    this.wire = wire;
  }

  @Override
  public List<Usage> usage(String label, String value) {
    List<Map<String, Object>> containers =
        wire.list("/containers/json?all=1&size=1&" + filter(label, value));
    Set<String> volumes = new HashSet<>();
    containers.forEach(container -> volumes.addAll(volumes(container)));
    Map<String, Long> sizes = volumes.isEmpty() ? Map.of() : sizes();
    return containers.stream()
        .map(
            container ->
                new Usage(
                    Json.text(container, "Id"),
                    Json.number(container, "SizeRw")
                        + volumes(container).stream()
                            .mapToLong(name -> sizes.getOrDefault(name, 0L))
                            .sum()))
        .toList();
  }

  private static List<String> volumes(Map<String, Object> container) {
    return Json.maps(Json.list(container, "Mounts")).stream()
        .filter(mount -> Json.text(mount, "Type").equals("volume"))
        .map(mount -> Json.text(mount, "Name"))
        .toList();
  }

  /** The engine adds volumes up for one caller at a time; who comes second learns nothing. */
  private Map<String, Long> sizes() {
    Map<String, Long> out = new HashMap<>();
    try {
      for (Map<String, Object> volume :
          Json.maps(Json.list(wire.object("/system/df"), "Volumes"))) {
        out.put(Json.text(volume, "Name"), Json.number(Json.map(volume, "UsageData"), "Size"));
      }
    } catch (EngineException e) {
      if (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.INTERRUPTED) {
        throw e;
      }
    }
    return out;
  }

  @Override
  public void limit(String containerId, long pids, double cpus) {
    try {
      wire.command(
          "limiting a container",
          client ->
              client
                  .updateContainerCmd(containerId)
                  .withPidsLimit(pids)
                  .withNanoCPUs(Math.round(cpus * 1e9))
                  .exec());
    } catch (EngineException e) {
      if (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.INTERRUPTED) {
        throw e;
      }
    }
  }

  @Override
  public List<LabelledObject> steps() {
    return new Steps(wire).list();
  }

  @Override
  public List<String> removeSteps(String label) {
    Patience patience = new Patience(ENDING);
    List<String> left;
    do {
      left = removeOnce(label);
    } while (!left.isEmpty() && patience.pause());
    return left;
  }

  private List<String> removeOnce(String label) {
    List<String> left = new ArrayList<>();
    for (Map<String, Object> container : wire.list("/containers/json?all=1&" + filter(label, ""))) {
      tryTo(left, Json.text(container, "Id"), id -> new ContainerRemoval(wire).remove(id));
    }
    for (Map<String, Object> image : wire.list("/images/json?all=1&" + filter(label, ""))) {
      tryTo(
          left,
          Json.text(image, "Id"),
          id ->
              wire.command(
                  "removing a step's image",
                  client -> client.removeImageCmd(id).withForce(true).withNoPrune(true).exec()));
    }
    return left;
  }

  /** An image on which another is built goes in a later round. */
  private static void tryTo(List<String> left, String id, Consumer<String> removal) {
    try {
      removal.accept(id);
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        left.add(id + ": " + e.getMessage());
      }
    }
  }

  private String filter(String label, String value) {
    String term = value.isEmpty() ? label : label + "=" + value;
    return "filters=" + Paths.segment(wire.json().write(Map.of("label", List.of(term))));
  }
}
