package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts a network's id where Podman 4 says its name: as {@code NetworkID} of a container's network.
 */
final class NetworkIds {
  private static final String ID = "NetworkID";
  private final Wire wire;

  NetworkIds(Wire wire) {
    this.wire = wire;
  }

  /** The same container, with ids; networks that are gone meanwhile keep their name there. */
  Map<String, Object> in(Map<String, Object> container) {
    Map<String, Object> settings = Json.map(container, "NetworkSettings");
    Map<String, Object> networks = Json.map(settings, "Networks");
    boolean named =
        networks.keySet().stream()
            .anyMatch(name -> Json.text(Json.map(networks, name), ID).equals(name));
    if (!named) {
      return container;
    }
    Map<String, Object> corrected = new LinkedHashMap<>();
    networks.forEach(
        (name, place) -> corrected.put(name, with(Json.map(networks, name), ID, id(name))));
    return with(container, "NetworkSettings", with(settings, "Networks", corrected));
  }

  private String id(String name) {
    try {
      return Json.text(wire.object("/networks/" + Paths.segment(name)), "Id");
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return name;
      }
      throw e;
    }
  }

  private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
    Map<String, Object> out = new LinkedHashMap<>(map);
    out.put(key, value);
    return out;
  }
}
