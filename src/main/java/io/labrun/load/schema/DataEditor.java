package io.labrun.load.schema;

import io.labrun.scenario.Data;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a copy of data without some of its values, and with some of its keys spelt anew. */
final class DataEditor {
  private final Set<List<Object>> removed = new HashSet<>();
  private final Map<List<Object>, String> renamed = new HashMap<>();

  /** Leaves out the value at a path. */
  void remove(List<Object> path) {
    removed.add(List.copyOf(path));
  }

  /** Spells the key at the end of a path anew. */
  void rename(List<Object> path, String key) {
    renamed.put(List.copyOf(path), key);
  }

  boolean renames() {
    return !renamed.isEmpty();
  }

  /** The edited copy of a root. */
  Data.Mapping edit(Data.Mapping root) {
    return (Data.Mapping) edit(root, List.of());
  }

  private Data edit(Data data, List<Object> path) {
    if (data instanceof Data.Mapping mapping) {
      List<Data.Entry> entries = new ArrayList<>();
      for (Data.Entry entry : mapping.entries().values()) {
        List<Object> inner = step(path, entry.key());
        if (!removed.contains(inner)) {
          String key = renamed.getOrDefault(inner, entry.key());
          entries.add(new Data.Entry(key, entry.keySpan(), edit(entry.value(), inner)));
        }
      }
      return Data.Mapping.of(entries, mapping.span());
    }
    return data instanceof Data.Seq seq ? edit(seq, path) : data;
  }

  private Data edit(Data.Seq seq, List<Object> path) {
    List<Data> items = new ArrayList<>();
    for (int i = 0; i < seq.items().size(); i++) {
      List<Object> inner = step(path, i);
      if (!removed.contains(inner)) {
        items.add(edit(seq.items().get(i), inner));
      }
    }
    return new Data.Seq(items, seq.span());
  }

  static List<Object> step(List<Object> path, Object step) {
    List<Object> out = new ArrayList<>(path);
    out.add(step);
    return out;
  }
}
