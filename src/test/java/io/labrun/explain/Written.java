package io.labrun.explain;

import io.labrun.run.check.Check;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Data as somebody would write them on one line. */
final class Written {
  private static final Span NOWHERE = new SourceText("none", "").span(0, 0);

  private Written() {}

  /** What a check's code expects where a scenario says nothing. */
  static Optional<String> expected(Check check) {
    Data nothing = new Data.Mapping(Map.of(), NOWHERE);
    return check.expectedByDefault(new Call(check.kind(), NOWHERE, nothing)).map(Written::of);
  }

  private static String of(Data data) {
    if (data instanceof Data.Mapping mapping) {
      return mapping.entries().values().stream()
          .map(entry -> entry.key() + ": " + of(entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (data instanceof Data.Seq seq) {
      return seq.items().stream().map(Written::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (data instanceof Data.Text text) {
      return text.template().asWritten();
    }
    return data instanceof Data.Num number
        ? number.written()
        : data instanceof Data.Bool bool ? "" + bool.value() : "null";
  }

  /** The keys of all maps in some data. */
  static Set<String> keys(Data data) {
    Set<String> out = new LinkedHashSet<>();
    List<Data> inner = List.of();
    if (data instanceof Data.Mapping mapping) {
      out.addAll(mapping.entries().keySet());
      inner = mapping.entries().values().stream().map(Data.Entry::value).toList();
    } else if (data instanceof Data.Seq seq) {
      inner = seq.items();
    }
    inner.forEach(value -> out.addAll(keys(value)));
    return out;
  }
}
