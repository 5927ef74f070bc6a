package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * No container comes after itself: not through `depends_on`, `container:KEY` or live values of
 * others.
 */
final class DependencyCycleRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Map<String, Map<String, Span>> before = before(draft.scenario());
    Set<String> told = new HashSet<>();
    for (String key : before.keySet()) {
      if (!told.contains(key)) {
        List<String> cycle = cycle(key, before);
        if (!cycle.isEmpty()) {
          told.addAll(cycle);
          report.accept(mistake(cycle, before));
        }
      }
    }
  }

  private static Diagnostic mistake(List<String> cycle, Map<String, Map<String, Span>> before) {
    String first = cycle.get(0);
    String second = cycle.get(1 % cycle.size());
    Span span = before.get(first).get(second);
    String way =
        cycle.stream().map(key -> "`" + key + "`").collect(Collectors.joining(" after "))
            + " after `"
            + first
            + "`";
    String message =
        cycle.size() == 1
            ? "`" + first + "` would come after itself"
            : "containers wait for each other: " + way;
    return Diagnostic.at(span, "cycle", message)
        .help(
            "A container comes after those it names in depends_on, container:KEY and live values.");
  }

  /** Who must come before whom, with the place that says so. */
  private static Map<String, Map<String, Span>> before(Scenario scenario) {
    Map<String, Map<String, Span>> out = new LinkedHashMap<>();
    for (Resource container : scenario.containers().values()) {
      Map<String, Span> others = new LinkedHashMap<>();
      Data.Mapping body = container.body();
      ContainerSpec spec = ContainerSpec.read(container, TextResolver.AS_WRITTEN);
      dependsOn(body, others);
      spec.sharesWith().forEach(other -> others.putIfAbsent(other, sharing(body, other)));
      live(body, others);
      others.keySet().retainAll(scenario.containers().keySet());
      out.put(container.key(), others);
    }
    return out;
  }

  private static void dependsOn(Data.Mapping body, Map<String, Span> others) {
    Data value = body.get("depends_on").orElse(body);
    if (value instanceof Data.Seq seq) {
      for (Data item : seq.items()) {
        others.putIfAbsent(Nets.written(item), item.span());
      }
    } else if (value instanceof Data.Mapping map && map != body) {
      map.entries().values().forEach(entry -> others.putIfAbsent(entry.key(), entry.keySpan()));
    }
  }

  private static Span sharing(Data.Mapping body, String other) {
    return SharedNamespaceRule.KEYS.stream()
        .filter(
            key ->
                body.get(key)
                    .map(Nets::written)
                    .filter((SharedNamespaceRule.PREFIX + other)::equals)
                    .isPresent())
        .findFirst()
        .map(body::spanOfValue)
        .orElse(body.span());
  }

  private static void live(Data data, Map<String, Span> others) {
    if (data instanceof Data.Text text) {
      for (Template.Live live : text.template().lives()) {
        others.putIfAbsent(live.ref().root(), live.span());
      }
    } else if (data instanceof Data.Seq seq) {
      seq.items().forEach(item -> live(item, others));
    } else if (data instanceof Data.Mapping map) {
      map.entries().values().forEach(entry -> live(entry.value(), others));
    }
  }

  /** The keys on a way from a key back to it, the key first; empty if there is none. */
  private static List<String> cycle(String key, Map<String, Map<String, Span>> before) {
    Map<String, String> cameFrom = new LinkedHashMap<>();
    List<String> open = new ArrayList<>(List.of(key));
    while (!open.isEmpty()) {
      String at = open.remove(0);
      for (String next : before.get(at).keySet()) {
        if (next.equals(key)) {
          return way(key, at, cameFrom);
        }
        if (cameFrom.putIfAbsent(next, at) == null) {
          open.add(next);
        }
      }
    }
    return List.of();
  }

  private static List<String> way(String key, String last, Map<String, String> cameFrom) {
    List<String> out = new ArrayList<>();
    for (String at = last; !at.equals(key); at = cameFrom.get(at)) {
      out.add(0, at);
    }
    out.add(0, key);
    return out;
  }
}
