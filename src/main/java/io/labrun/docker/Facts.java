package io.labrun.docker;

import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.Product;
import java.util.List;
import java.util.Map;

/** What an engine says of itself, asked for when first wanted. */
final class Facts {
  private final Wire wire;
  private EngineFacts known;
  private String id = "";

  Facts(Wire wire) {
    this.wire = wire;
  }

  /** Asks once; while it asks, others wait for the answer. */
  synchronized EngineFacts get() {
    if (known == null) {
      Map<String, Object> info = wire.object("/info");
      id = Json.text(info, "ID");
      known = read(info);
    }
    return known;
  }

  /**
   * Whether it is the engine that was asked before, as far as that can be known, and not another to
   * which the address was given on meanwhile. Podman makes a new ID up for every answer.
   */
  synchronized boolean isTheSame() {
    return id.isEmpty() || wire.isPodman() || id.equals(Json.text(wire.object("/info"), "ID"));
  }

  private EngineFacts read(Map<String, Object> info) {
    Route route = wire.route();
    return new EngineFacts(
        route.shown(),
        route.door().from(),
        product(info),
        Json.text(info, "ServerVersion"),
        wire.version().toString(),
        Json.text(info, "OperatingSystem"),
        Json.text(info, "OSType"),
        Json.text(info, "KernelVersion"),
        Json.text(info, "Architecture"),
        (int) Json.number(info, "NCPU"),
        Json.number(info, "MemTotal"),
        Json.text(info, "DockerRootDir"),
        Json.text(info, "Driver"),
        drivers(info, "Network"),
        drivers(info, "Volume"),
        Json.text(Json.map(info, "Swarm"), "LocalNodeState").equals("active"));
  }

  /** Docker Desktop's engine differs from Docker's own in nothing but the name of its system. */
  private Product product(Map<String, Object> info) {
    if (wire.isPodman()) {
      return Product.PODMAN;
    }
    boolean desktop = Json.text(info, "OperatingSystem").startsWith("Docker Desktop");
    return desktop ? Product.DESKTOP : Product.DOCKER;
  }

  private static List<String> drivers(Map<String, Object> info, String kind) {
    return Json.list(Json.map(info, "Plugins"), kind).stream().map(String::valueOf).toList();
  }
}
