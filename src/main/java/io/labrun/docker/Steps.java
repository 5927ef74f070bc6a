package io.labrun.docker;

import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what builds that are not trusted are at or have left ({@code GET /containers/json}, {@code
 * GET /images/json}). The engine filters by whole names of labels only, and here a run's name is
 * part of it.
 */
final class Steps {
  private static final String NAMELESS = "<none>:<none>";

  private final Wire wire;

  Steps(Wire wire) {
    this.wire = wire;
  }

  /** Containers of steps, then images without a name. */
  List<LabelledObject> list() {
    List<LabelledObject> out = new ArrayList<>();
    for (Map<String, Object> found : wire.list("/containers/json?all=1")) {
      step(ObjectKind.CONTAINER, found).ifPresent(out::add);
    }
    for (Map<String, Object> found : wire.list("/images/json?all=1")) {
      boolean named = Json.list(found, "RepoTags").stream().anyMatch(tag -> !tag.equals(NAMELESS));
      if (!named) {
        step(ObjectKind.IMAGE, found).ifPresent(out::add);
      }
    }
    return out;
  }

  /** A container that the scenario declares has its image's labels too. */
  private static Optional<LabelledObject> step(ObjectKind kind, Map<String, Object> found) {
    Map<String, String> labels = Json.texts(found, "Labels");
    return labels.keySet().stream()
        .filter(name -> name.startsWith(Labels.STEP))
        .map(name -> name.substring(Labels.STEP.length()))
        .filter(run -> run.matches(RunName.PATTERN) && !run.equals(labels.get(Labels.RUN)))
        .findFirst()
        .map(run -> step(kind, Json.text(found, "Id"), run, labels.get(Labels.STEP + run)));
  }

  private static LabelledObject step(ObjectKind kind, String id, String run, String owner) {
    Map<String, String> labels =
        Map.of(Labels.RUN, run, Labels.OWNER, owner, Labels.ROLE, Labels.STEP_ROLE);
    return new LabelledObject(kind, id, id, labels, "", List.of());
  }
}
