package io.labrun.docker;

import io.labrun.plan.Labels;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds objects by their labels. */
final class Labelled {
  private final Wire wire;

  Labelled(Wire wire) {
    this.wire = wire;
  }

  /**
   * Containers (also those that do not run), networks, volumes, images and services with all these
   * labels.
   */
  List<LabelledObject> find(Map<String, String> labels) {
    String filters = "filters=" + Paths.segment(wire.json().write(Map.of("label", terms(labels))));
    List<LabelledObject> out = new ArrayList<>();
    NetworkIds ids = new NetworkIds(wire);
    wire.list("/containers/json?all=1&" + filters)
        .forEach(found -> out.add(container(ids.in(found))));
    Optional<List<Map<String, Object>>> services = services("/services?" + filters);
    wire.list("/networks?" + filters).stream()
        .filter(found -> services.isPresent() || !Json.text(found, "Scope").equals("swarm"))
        .forEach(found -> out.add(other(ObjectKind.NETWORK, Json.text(found, "Id"), found)));
    Json.maps(Json.list(wire.object("/volumes?" + filters), "Volumes"))
        .forEach(found -> out.add(other(ObjectKind.VOLUME, Json.text(found, "Name"), found)));
    services.orElse(List.of()).forEach(found -> out.add(service(found)));
    out.addAll(images(labels));
    return out;
  }

  /**
   * Empty where the engine is no manager of a swarm, or knows nothing of swarms. What such a one
   * shows of the swarm's networks goes by itself, and is a manager's to remove.
   */
  private Optional<List<Map<String, Object>>> services(String path) {
    if (!isManager()) {
      return Optional.empty();
    }
    try {
      return Optional.of(wire.list(path));
    } catch (EngineException e) {
      if (e.kind() == Kind.NO_MANAGER || e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Asked first, each time anew: to who is no manager and asks for services the answer is status
   * 503, upon which Apache's client waits for a second and asks once more.
   */
  private boolean isManager() {
    Object manager = Json.map(wire.object("/info"), "Swarm").get("ControlAvailable");
    return Boolean.TRUE.equals(manager);
  }

  private static LabelledObject service(Map<String, Object> found) {
    Map<String, Object> spec = Json.map(found, "Spec");
    return other(ObjectKind.SERVICE, Json.text(found, "ID"), spec);
  }

  /**
   * The references that a run gave to images; an image's other references are somebody else's.
   *
   * <p>An image carries all labels of ours in one ({@link Labels#IMAGE}).
   */
  private List<LabelledObject> images(Map<String, String> wanted) {
    String filters =
        "filters=" + Paths.segment(wire.json().write(Map.of("label", List.of(Labels.IMAGE))));
    List<LabelledObject> out = new ArrayList<>();
    for (Map<String, Object> found : wire.list("/images/json?" + filters)) {
      Map<String, String> labels = ours(Json.texts(found, "Labels").get(Labels.IMAGE));
      String prefix = labels.get(Labels.RUN) + ":";
      if (carries(labels, wanted)) {
        Json.list(found, "RepoTags").stream()
            .map(Object::toString)
            .filter(tag -> tag.startsWith(prefix))
            .forEach(
                tag ->
                    out.add(new LabelledObject(ObjectKind.IMAGE, tag, tag, labels, "", List.of())));
      }
    }
    return out;
  }

  private Map<String, String> ours(String label) {
    try {
      Object value = wire.json().read(String.valueOf(label).getBytes(StandardCharsets.UTF_8));
      return value instanceof Map<?, ?> map ? Json.texts(Map.of("", map), "") : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static boolean carries(Map<String, String> labels, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(
            label ->
                labels.containsKey(label.getKey())
                    && (label.getValue().isEmpty()
                        || label.getValue().equals(labels.get(label.getKey()))));
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
