package io.labrun.run.check;

import io.labrun.run.action.SideBySide;
import io.labrun.run.engine.ProcessEntry;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Ended;
import io.labrun.run.lab.Lab;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the processes of containers, as the engine's machine sees them. */
final class ProcessesCheck implements Check {

  @Override
  public String kind() {
    return "processes";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    List<String> keys = new View(call.arguments(), context.resolver()).texts("container");
    return SideBySide.look(keys, key -> look(key, context.lab()));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.empty();
  }

  @Override
  public List<String> subjects(Call call) {
    return new View(call.arguments(), TextResolver.AS_WRITTEN).texts("container");
  }

  private static Finding look(String key, Lab lab) {
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
