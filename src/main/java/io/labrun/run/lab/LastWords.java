package io.labrun.run.lab;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.engine.SwarmTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last lines that a container printed, for showing why it ended. */
public final class LastWords {
  private static final int LINES = 10;

  private LastWords() {}

  /** Those of a container; empty if there are none. */
  public static List<String> of(Lab lab, String key) {
    Optional<String> id = lab.containers().find(key);
    if (id.isEmpty()) {
      return List.of();
    }
    try {
      return lines(lab.engineOf(key), id.get());
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND || Gone.hasLeft(lab, key)) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * What a task's last health check came to, if that failed, and the last lines that the task
   * printed; empty if there is nothing, or nobody can read it.
   */
  public static List<String> of(Lab lab, SwarmTask task) {
    Optional<Engine> engine = lab.nodes().hostOf(task.nodeId()).flatMap(lab.hosts()::find);
    if (engine.isEmpty() || task.containerId().isEmpty()) {
      return List.of();
    }
    String id = task.containerId().get();
    List<String> out = new ArrayList<>();
    try {
      ContainerState.look(engine.get(), id).ifPresent(s -> out.addAll(s.failedHealthCheck()));
      out.addAll(lines(engine.get(), id));
    } catch (EngineException e) {
      return out;
    }
    return out;
  }

  private static List<String> lines(Engine engine, String id) {
    ExecResult log = engine.logs(id, LINES);
    return Stream.concat(log.stdout().lines(), log.stderr().lines()).toList();
  }
}
