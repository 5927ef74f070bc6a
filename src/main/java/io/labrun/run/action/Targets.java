package io.labrun.run.action;

import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.List;

/** The containers that an action is about. */
final class Targets {
  private static final String KEY = "container";

  private Targets() {}

  /** Their keys: the argument itself, one or a list, or what stands under {@code container}. */
  static List<String> of(Call call, TextResolver resolver) {
    Data argument =
        call.argument() instanceof Data.Mapping map
            ? map.get(KEY).orElse(new Data.Seq(List.of(), map.span()))
            : call.argument();
    Data.Entry entry = new Data.Entry(KEY, call.kindSpan(), argument);
    return new View(Data.Mapping.of(List.of(entry), argument.span()), resolver).texts(KEY);
  }
}
