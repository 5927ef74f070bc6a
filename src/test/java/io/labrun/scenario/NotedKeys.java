package io.labrun.scenario;

import io.labrun.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Maps of a scenario that note, under a path, which keys they are asked for. */
public final class NotedKeys {
  private final Map<String, Set<String>> asked = new TreeMap<>();

  /** What was asked for: path to keys. */
  public Map<String, Set<String>> asked() {
    return asked;
  }

  /** A map whose keys are noted under a path; the maps in it are as they come. */
  public Data.Mapping map(String path, Map<String, Data> values, Span span) {
    Map<String, Data.Entry> entries = new LinkedHashMap<>();
    values.forEach((key, value) -> entries.put(key, new Data.Entry(key, span, value)));
    return noted(path, new Data.Mapping(entries, span));
  }

  /** A call whose maps note their keys: {@code exec}, {@code exec.stdin} ... */
  public Call call(Call call) {
    return new Call(call.kind(), call.kindSpan(), all(call.kind(), call.argument()));
  }

  private Data all(String path, Data data) {
    if (!(data instanceof Data.Mapping map)) {
      return data;
    }
    Map<String, Data.Entry> entries = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) ->
                entries.put(
                    key,
                    new Data.Entry(key, entry.keySpan(), all(path + "." + key, entry.value()))));
    return noted(path, new Data.Mapping(entries, map.span()));
  }

  private Data.Mapping noted(String path, Data.Mapping map) {
    Set<String> keys = asked.computeIfAbsent(path, p -> new TreeSet<>());
    Map<String, Data.Entry> entries =
        new LinkedHashMap<>(map.entries()) {
          private static final long serialVersionUID = 1L;

          @Override
          public Data.Entry get(Object key) {
            keys.add(key.toString());
            return super.get(key);
          }
        };
    return new Data.Mapping(entries, map.span());
  }
}
