package io.labrun.run;

import io.labrun.event.Leftover;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes all that carries some labels, to the end: containers, then networks, then volumes.
 *
 * <p>It asks the engine what there is instead of trusting a list of what was made: a call that
 * broke off may have made something all the same. What could not be removed is tried again as long
 * as anything else could, since one network may wait for another.
 */
final class Remover {
  private static final List<ObjectKind> ORDER =
      List.of(ObjectKind.CONTAINER, ObjectKind.NETWORK, ObjectKind.VOLUME);

  private final Engine engine;
  private final Workers workers;
  private final RunListener listener;

  Remover(Engine engine, Workers workers, RunListener listener) {
    this.engine = engine;
    this.workers = workers;
    this.listener = listener;
  }

  /** Removes all that carries these labels; never fails, but gives what is left and why. */
  List<Leftover> remove(Map<String, String> labels) {
    Stopwatch watch = new Stopwatch();
    List<Leftover> left = new ArrayList<>();
    try {
      List<LabelledObject> found = engine.labelled(labels);
      listener.on(new RunEvent.RemovalStarted(found.size()));
      ORDER.forEach(kind -> left.addAll(removeAll(kind, found)));
      left.addAll(latecomers(labels, found));
    } catch (EngineException e) {
      left.add(new Leftover("run", String.join(", ", labels.values()), e.getMessage()));
    }
    listener.on(new RunEvent.RemovalFinished(watch.elapsed(), List.copyOf(left)));
    return left;
  }

  /** What appeared while the rest was being removed: the late effect of a call that broke off. */
  private List<Leftover> latecomers(Map<String, String> labels, List<LabelledObject> known) {
    List<String> ids = known.stream().map(LabelledObject::id).toList();
    List<LabelledObject> late =
        engine.labelled(labels).stream().filter(object -> !ids.contains(object.id())).toList();
    return ORDER.stream().flatMap(kind -> removeAll(kind, late).stream()).toList();
  }

  private List<Leftover> removeAll(ObjectKind kind, List<LabelledObject> found) {
    List<LabelledObject> open = found.stream().filter(o -> o.kind() == kind).toList();
    List<Leftover> failures = List.of();
    int before;
    do {
      before = open.size();
      List<Optional<Leftover>> results = workers.each(open, this::remove);
      failures = results.stream().flatMap(Optional::stream).toList();
      open = stillThere(open, results);
    } while (!open.isEmpty() && open.size() < before);
    return failures;
  }

  private static List<LabelledObject> stillThere(
      List<LabelledObject> tried, List<Optional<Leftover>> results) {
    List<LabelledObject> still = new ArrayList<>();
    for (int i = 0; i < tried.size(); i++) {
      if (results.get(i).isPresent()) {
        still.add(tried.get(i));
      }
    }
    return still;
  }

  private Optional<Leftover> remove(LabelledObject object) {
    try {
      switch (object.kind()) {
        case CONTAINER -> engine.removeContainer(object.id());
        case NETWORK -> engine.removeNetwork(object.id());
        default -> engine.removeVolume(object.id());
      }
    } catch (EngineException e) {
      return Optional.of(new Leftover(object.kind().word(), object.name(), e.getMessage()));
    }
    String role = object.labels().getOrDefault(Labels.ROLE, "");
    if (!role.equals(Labels.PROBE_ROLE)) {
      String name = object.labels().getOrDefault(Labels.KEY, object.name());
      listener.on(new RunEvent.Removed(object.kind().word(), name));
    }
    return Optional.empty();
  }
}
