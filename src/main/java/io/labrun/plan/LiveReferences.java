package io.labrun.plan;

import io.labrun.scenario.Data;
import io.labrun.scenario.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the live values that stand anywhere in a piece of data. */
final class LiveReferences {
  private LiveReferences() {}

  /** All of them, in the order of the file. */
  public static List<Template.Live> in(Data data) {
    List<Template.Live> found = new ArrayList<>();
    collect(data, found);
    return found;
  }

  /** What they are of, each once. */
  static Set<String> roots(Data data) {
    Set<String> roots = new LinkedHashSet<>();
    in(data).forEach(live -> roots.add(live.ref().root()));
    return roots;
  }

  private static void collect(Data data, List<Template.Live> found) {
    if (data instanceof Data.Text text) {
      found.addAll(text.template().lives());
    } else if (data instanceof Data.Seq seq) {
      seq.items().forEach(item -> collect(item, found));
    } else if (data instanceof Data.Mapping map) {
      map.entries().values().forEach(entry -> collect(entry.value(), found));
    }
  }
}
