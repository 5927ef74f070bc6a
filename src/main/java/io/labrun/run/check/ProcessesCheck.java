package io.labrun.run.check;

import io.labrun.run.engine.ProcessEntry;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Ended;
import io.labrun.run.lab.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the processes of containers, as the engine's machine sees them. */
final class ProcessesCheck extends EachContainer {
  @Override
  public String kind() {
    return "processes";
  }

  @Override
  Finding look(String key, CheckContext context) {
    Lab lab = context.lab();
    ContainerState state = ContainerState.of(lab, key);
    if (!state.isRunning()) {
      throw Ended.problem(lab, key, state);
    }
    List<ProcessEntry> processes = lab.engineOf(key).processes(lab.containers().get(key));
    String summary = processes.size() == 1 ? "1 process" : processes.size() + " processes";
    return new Finding(
        key,
        processes.stream().map(ProcessesCheck::fields).toList(),
        summary,
        Optional.empty(),
        false,
        Control.NONE);
  }

  private static Map<String, Object> fields(ProcessEntry process) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("pid", process.pid());
    fields.put("user", process.user());
    fields.put("command", process.command());
    return fields;
  }
}
