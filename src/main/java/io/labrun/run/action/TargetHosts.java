package io.labrun.run.action;

import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.List;

/** The hosts that an action is about. */
final class TargetHosts {
  private static final String KEY = "host";

  private TargetHosts() {}

  /** Their keys, each once: the argument itself, one or a list. */
  static List<String> of(Call call, TextResolver resolver) {
    Data.Entry entry = new Data.Entry(KEY, call.kindSpan(), call.argument());
    View view = new View(Data.Mapping.of(List.of(entry), call.argument().span()), resolver);
    return view.texts(KEY).stream().distinct().toList();
  }
}
