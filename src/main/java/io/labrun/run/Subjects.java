package io.labrun.run;

import io.labrun.run.lab.Lab;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts a service's running tasks in the place of the service, wherever containers are named. */
final class Subjects {
  private static final Set<String> KEYS = Set.of("container", "from", "to");
  private static final String ATTEMPT = "attempt";
  private final Lab lab;

  private Subjects(Lab lab) {
    this.lab = lab;
  }

  /**
   * The same call about the tasks as they are now.
   *
   * @throws io.labrun.run.lab.ProblemException if a service has no running task
   */
  static Call expand(Call call, Lab lab) {
    if (lab.plan().scenario().services().isEmpty()
        || !(call.argument() instanceof Data.Mapping map)) {
      return call;
    }
    Data.Mapping out = new Subjects(lab).in(map, call.kind().equals(ATTEMPT));
    return new Call(call.kind(), call.kindSpan(), out);
  }

  private Data.Mapping in(Data.Mapping map, boolean nested) {
    List<Data.Entry> out = new ArrayList<>();
    for (Data.Entry entry : map.entries().values()) {
      Data value = entry.value();
      if (nested && value instanceof Data.Mapping action) {
        value = in(action, false);
      } else if (!nested
          && KEYS.contains(entry.key())
          && names(value).stream().anyMatch(this::isService)) {
        value =
            new Data.Seq(
                names(value).stream().flatMap(n -> tasks(n).stream()).toList(), value.span());
      }
      out.add(new Data.Entry(entry.key(), entry.keySpan(), value));
    }
    return Data.Mapping.of(out, map.span());
  }

  private static List<Data> names(Data value) {
    return value instanceof Data.Seq seq ? seq.items() : List.of(value);
  }

  private boolean isService(Data name) {
    return name instanceof Data.Text text
        && lab.plan().scenario().services().containsKey(text.template().asWritten());
  }

  private List<Data> tasks(Data name) {
    if (!isService(name)) {
      return List.of(name);
    }
    String service = ((Data.Text) name).template().asWritten();
    return lab.tasks().running(service).stream()
        .map(key -> (Data) new Data.Text(Template.literal(key), name.span()))
        .toList();
  }
}
