package io.labrun.run;

import io.labrun.event.Leftover;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.lab.Lab;
import io.labrun.scenario.Resource;
import io.labrun.scenario.spec.HostSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Removes all of a lab, on the machines that are hosts too; the hosts that were made go whole.
 *
 * <p>Services go before the members of the swarm leave it, workers leave before managers, and a
 * network that spans the machines when nobody uses it any more.
 */
final class LabRemoval {
  private final Lab lab;
  private final Workers workers;
  private final RunListener listener;

  LabRemoval(Lab lab, Workers workers, RunListener listener) {
    this.lab = lab;
    this.workers = workers;
    this.listener = listener;
  }

  /** Removes all that carries these labels; gives what is left and why. */
  List<Leftover> remove(Map<String, String> labels) {
    Map<String, Engine> machines = lab.hosts().machines();
    if (machines.isEmpty()) {
      return new Remover(lab.engine(), workers, listener).remove(labels);
    }
    Stopwatch watch = new Stopwatch();
    listener.on(new RunEvent.RemovalStarted(machines.size()));
    List<Leftover> left = new ArrayList<>();
    inOrder(machines).forEach(engine -> left.addAll(part(engine, labels, LabRemoval::isService)));
    inOrder(machines).forEach(engine -> left.addAll(part(engine, labels, object -> true)));
    left.addAll(part(lab.engine(), labels, object -> true));
    Duration time = watch.elapsed();
    listener.on(new RunEvent.RemovalFinished(time, List.copyOf(left)));
    return left;
  }

  private List<Leftover> part(
      Engine engine, Map<String, String> labels, Predicate<LabelledObject> which) {
    return new Remover(engine, workers, this::removed).remove(labels, which);
  }

  /** Of several removals that are one to a listener, only what went counts. */
  private void removed(RunEvent event) {
    if (event instanceof RunEvent.Removed) {
      listener.on(event);
    }
  }

  private static boolean isService(LabelledObject object) {
    return object.kind() == ObjectKind.SERVICE;
  }

  /** Workers before managers, the first manager last. */
  private List<Engine> inOrder(Map<String, Engine> machines) {
    List<Engine> workersFirst = new ArrayList<>();
    List<Engine> managers = new ArrayList<>();
    for (Resource host : lab.plan().scenario().hosts().values()) {
      Engine engine = machines.get(host.key());
      boolean manager =
          HostSpec.read(host).swarm().filter(HostSpec.Role.MANAGER::equals).isPresent();
      if (engine != null && manager) {
        managers.add(0, engine);
      } else if (engine != null) {
        workersFirst.add(engine);
      }
    }
    workersFirst.addAll(managers);
    return workersFirst;
  }
}
