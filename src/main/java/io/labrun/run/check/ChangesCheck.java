package io.labrun.run.check;

import io.labrun.run.engine.LayerChange;
import io.labrun.run.engine.LayerChange.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at what containers have written into their own layers ({@code docker diff}). */
final class ChangesCheck extends EachContainer {
  @Override
  public String kind() {
    return "changes";
  }

  @Override
  Finding look(String key, CheckContext context) {
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
