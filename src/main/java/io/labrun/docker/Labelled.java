package io.labrun.docker;

import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds objects by their labels. */
final class Labelled {
  private final Wire wire;

  Labelled(Wire wire) {
    this.wire = wire;
  }

  /** Containers (also those that do not run), networks and volumes with all these labels. */
  List<LabelledObject> find(Map<String, String> labels) {
    String filters = "filters=" + Paths.segment(wire.json().write(Map.of("label", terms(labels))));
    List<LabelledObject> out = new ArrayList<>();
    wire.list("/containers/json?all=1&" + filters).forEach(found -> out.add(container(found)));
    wire.list("/networks?" + filters)
        .forEach(found -> out.add(other(ObjectKind.NETWORK, Json.text(found, "Id"), found)));
    Json.maps(Json.list(wire.object("/volumes?" + filters), "Volumes"))
        .forEach(found -> out.add(other(ObjectKind.VOLUME, Json.text(found, "Name"), found)));
    return out;
  }

  /** A label without a value is asked for by its name alone. */
  private static List<String> terms(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + (label.getValue().isEmpty() ? "" : "=" + label.getValue()))
        .toList();
  }

  private static LabelledObject container(Map<String, Object> found) {
    List<Object> names = Json.list(found, "Names");
    String name = names.isEmpty() ? "" : names.get(0).toString().replaceFirst("^/", "");
    return new LabelledObject(
        ObjectKind.CONTAINER,
        Json.text(found, "Id"),
        name,
        Json.texts(found, "Labels"),
        Json.text(found, "State"),
        networks(found));
  }

  private static List<String> networks(Map<String, Object> container) {
    Map<String, Object> networks = Json.map(Json.map(container, "NetworkSettings"), "Networks");
    return networks.keySet().stream()
        .map(name -> Json.text(Json.map(networks, name), "NetworkID"))
        .toList();
  }

  private static LabelledObject other(ObjectKind kind, String id, Map<String, Object> found) {
    return new LabelledObject(
        kind, id, Json.text(found, "Name"), Json.texts(found, "Labels"), "", List.of());
  }
}
