package io.labrun.run.check;

import io.labrun.run.action.SideBySide;
import io.labrun.run.engine.SwarmTask;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.TaskNames;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.spec.View;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at the tasks that a swarm wants to run for services. */
final class TasksCheck implements Check {
  /** What a swarm wants of a task that is not over: to run, or to run after the restart's pause. */
  private static final Set<String> WANTED = Set.of("running", "ready");

  @Override
  public String kind() {
    return "tasks";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    List<String> services = new View(call.arguments(), context.resolver()).texts("service");
    return SideBySide.look(services, service -> look(service, context.lab()));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.empty();
  }

  /** None: the end of a task is not the end of its service. */
  @Override
  public List<String> subjects(Call call) {
    return List.of();
  }

  private static Finding look(String service, Lab lab) {
    TaskNames names = lab.nodes().names(service);
    List<Map<String, Object>> tasks =
        lab.tasks().all(service).stream()
            .filter(task -> WANTED.contains(task.desiredState()))
            .sorted(Comparator.comparing(names::of))
            .map(task -> fields(task, names))
            .toList();
    long running = tasks.stream().filter(task -> task.get("state").equals("running")).count();
    String summary =
        "%d %s, %d running".formatted(tasks.size(), tasks.size() == 1 ? "task" : "tasks", running);
    return new Finding(service, tasks, summary, Optional.empty(), false, Control.NONE);
  }

  private static Map<String, Object> fields(SwarmTask task, TaskNames names) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", names.of(task));
    fields.put("slot", task.slot().orElse(null));
    fields.put("node", names.node(task).orElse(null));
    fields.put("state", task.state());
    fields.put("image", task.image());
    fields.put("error", task.error().orElse(null));
    return fields;
  }
}
