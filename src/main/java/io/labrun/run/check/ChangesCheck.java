package io.labrun.run.check;

import io.labrun.run.action.SideBySide;
import io.labrun.run.engine.LayerChange;
import io.labrun.run.engine.LayerChange.Kind;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what containers have written into their own layers ({@code docker diff}). */
final class ChangesCheck implements Check {

  @Override
  public String kind() {
    return "changes";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    List<String> keys = new View(call.arguments(), context.resolver()).texts("container");
    return SideBySide.look(keys, key -> look(key, context));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.empty();
  }

  /** All of them: one that has ended writes nothing more. */
  @Override
  public List<String> subjects(Call call) {
    return new View(call.arguments(), TextResolver.AS_WRITTEN).texts("container");
  }

  private static Finding look(String key, CheckContext context) {
    Begun.guard(context.lab(), key);
    List<LayerChange> all =
        context.lab().engineOf(key).changes(context.lab().containers().get(key));
    List<String> added = paths(all, Kind.ADDED);
    List<String> changed = paths(all, Kind.CHANGED);
    List<String> deleted = paths(all, Kind.DELETED);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("added", added);
    fields.put("changed", changed);
    fields.put("deleted", deleted);
    String summary =
        "%d added, %d changed, %d deleted".formatted(added.size(), changed.size(), deleted.size());
    return new Finding(key, fields, summary, Optional.empty(), false, Control.NONE);
  }

  private static List<String> paths(List<LayerChange> all, Kind kind) {
    return all.stream()
        .filter(change -> change.kind() == kind)
        .map(LayerChange::path)
        .sorted()
        .toList();
  }
}
