package io.labrun.docker;

import io.labrun.run.engine.EngineFacts;
import java.util.List;
import java.util.Map;

/** What an engine says of itself, asked for when first wanted. */
final class Facts {
  private final Wire wire;
  private EngineFacts known;

  Facts(Wire wire) {
    this.wire = wire;
  }

  /** Asks once; while it asks, others wait for the answer. */
  synchronized EngineFacts get() {
    if (known == null) {
      known = read(wire.object("/info"));
    }
    return known;
  }

  private EngineFacts read(Map<String, Object> info) {
    Route route = wire.route();
    return new EngineFacts(
        route.shown(),
        route.door().from(),
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

  private static List<String> drivers(Map<String, Object> info, String kind) {
    return Json.list(Json.map(info, "Plugins"), kind).stream().map(String::valueOf).toList();
  }
}
