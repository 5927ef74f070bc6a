package io.labrun.run;

import io.labrun.event.Leftover;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.host.SwarmExit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Removes all that carries some labels, to the end, each thing as soon as nobody uses it any more.
 *
 * <p>It asks the engine what there is instead of trusting a list of what was made: a call that
 * broke off may have made something all the same. What could not be removed is tried again as long
 * as anything else could, since one network may wait for another. An engine that is just being
 * started again is waited for.
 */
final class Remover {
  /**
   * Services and then containers before what they use; those of one network together, so that it is
   * free early.
   */
  private static final Comparator<LabelledObject> ORDER =
      Comparator.comparing(LabelledObject::kind).thenComparing(o -> o.networks().toString());

  private static final List<String> SILENT =
      List.of(Labels.PROBE_ROLE, Labels.TASK_ROLE, Labels.SWARM_ROLE, Labels.LEAVING_ROLE);

  private static final List<String> MARKS = List.of(Labels.SWARM_ROLE, Labels.LEAVING_ROLE);

  private final Engine engine;
  private final Workers workers;
  private final RunListener listener;
  private boolean begun;
  private volatile boolean isAway;

  Remover(Engine engine, Workers workers, RunListener listener) {
    this.engine = engine;
    this.workers = workers;
    this.listener = listener;
  }

  /** Removes all that carries these labels; never fails, but gives what is left and why. */
  List<Leftover> remove(Map<String, String> labels) {
    return remove(labels, object -> true);
  }

  /**
   * Removes some of what carries these labels; never fails, but gives what is left and why.
   *
   * @param which what of it
   */
  List<Leftover> remove(Map<String, String> labels, Predicate<LabelledObject> which) {
    Stopwatch watch = new Stopwatch();
    Comeback comeback = new Comeback(engine);
    List<Leftover> left = once(labels, which);
    while (!left.isEmpty() && isAway && comeback.await()) {
      left = once(labels, which);
    }
    listener.on(new RunEvent.RemovalFinished(watch.elapsed(), List.copyOf(left)));
    return left;
  }

  private List<Leftover> once(Map<String, String> labels, Predicate<LabelledObject> which) {
    isAway = false;
    List<Leftover> left = new ArrayList<>();
    try {
      List<LabelledObject> found = engine.labelled(labels).stream().filter(which).toList();
      begin(found.size());
      left.addAll(removeAll(found));
      left.addAll(removeAll(latecomers(labels, found).stream().filter(which).toList()));
    } catch (EngineException e) {
      left.add(new Leftover("run", labels.getOrDefault(Labels.RUN, ""), reason(e)));
    }
    return left;
  }

  private void begin(int count) {
    if (!begun) {
      begun = true;
      listener.on(new RunEvent.RemovalStarted(count));
    }
  }

  /** What appeared while the rest was being removed: the late effect of a call that broke off. */
  private List<LabelledObject> latecomers(Map<String, String> labels, List<LabelledObject> known) {
    List<String> ids = known.stream().map(LabelledObject::id).toList();
    return engine.labelled(labels).stream().filter(object -> !ids.contains(object.id())).toList();
  }

  private List<Leftover> removeAll(List<LabelledObject> objects) {
    Map<LabelledObject, Leftover> left = pass(objects);
    int before = objects.size();
    while (!left.isEmpty() && left.size() < before) {
      before = left.size();
      left = pass(List.copyOf(left.keySet()));
    }
    return List.copyOf(left.values());
  }

  /** Tries to remove all of them, side by side; gives what could not be removed. */
  private Map<LabelledObject, Leftover> pass(List<LabelledObject> objects) {
    Map<LabelledObject, CompletableFuture<Optional<Leftover>>> removals = new LinkedHashMap<>();
    for (LabelledObject object : objects.stream().sorted(ORDER).toList()) {
      CompletableFuture<?>[] users =
          removals.keySet().stream()
              .filter(user -> uses(user, object))
              .map(removals::get)
              .toArray(CompletableFuture[]::new);
      removals.put(object, workers.after(users, () -> remove(object)));
    }
    Map<LabelledObject, Leftover> left = new LinkedHashMap<>();
    removals.forEach((object, removal) -> removal.join().ifPresent(why -> left.put(object, why)));
    return left;
  }

  private static boolean uses(LabelledObject user, LabelledObject used) {
    if (isMark(used)) {
      return !isMark(user);
    }
    return switch (user.kind()) {
      case SERVICE -> used.kind() != ObjectKind.CONTAINER || role(used).equals(Labels.TASK_ROLE);
      case CONTAINER ->
          used.kind() == ObjectKind.VOLUME
              || used.kind() == ObjectKind.IMAGE
              || user.networks().contains(used.id());
      default -> false;
    };
  }

  private static boolean isMark(LabelledObject object) {
    return MARKS.contains(role(object));
  }

  private static String role(LabelledObject object) {
    return object.labels().getOrDefault(Labels.ROLE, "");
  }

  private Optional<Leftover> remove(LabelledObject object) {
    try {
      switch (object.kind()) {
        case SERVICE -> engine.swarm().removeService(object.id());
        case CONTAINER -> engine.removeContainer(object.id());
        case NETWORK -> engine.removeNetwork(object.id());
        case IMAGE -> engine.removeImage(object.id());
        default -> removeVolume(object);
      }
    } catch (RuntimeException e) {
      return Optional.of(new Leftover(object.kind().word(), object.name(), reason(e)));
    }
    tell(object);
    return Optional.empty();
  }

  private void removeVolume(LabelledObject volume) {
    if (isMark(volume)) {
      new SwarmExit(engine).remove(volume);
    } else {
      engine.removeVolume(volume.id());
    }
  }

  /** Of what the scenario does not declare nothing is said. */
  private void tell(LabelledObject object) {
    boolean host = role(object).equals(Labels.HOST_ROLE);
    boolean underlay = host && object.kind() == ObjectKind.NETWORK;
    if (!underlay && !SILENT.contains(role(object))) {
      String name = object.labels().getOrDefault(Labels.KEY, object.name());
      listener.on(new RunEvent.Removed(host ? Labels.HOST_ROLE : object.kind().word(), name));
    }
  }

  /** Even a mistake of ours must not keep the rest from being removed. */
  private String reason(RuntimeException failure) {
    if (failure instanceof EngineException known) {
      isAway |= known.kind() == EngineException.Kind.UNREACHABLE;
      return known.getMessage();
    }
    return failure.toString();
  }
}
