package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.Timing;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The times of an assertion leave room for each other: `every` is not zero nor longer than `hold`,
 * and what is done only once is not asked to hold.
 */
final class TimingRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Scenario scenario = draft.scenario();
    View root = new View(draft.root(), TextResolver.AS_WRITTEN);
    check(root.view("defaults"), scenario.defaults().timing(), report);
    root.views("assertions").forEach(item -> check(item, scenario.defaults().timing(), report));
  }

  private static void check(View item, Timing defaults, Consumer<Diagnostic> report) {
    positive(item, "every", report);
    positive(item, "timeout", report);
    Duration every = item.duration("every").or(defaults::every).orElse(Duration.ZERO);
    item.duration("hold")
        .filter(hold -> !hold.isZero() && hold.compareTo(every) < 0)
        .ifPresent(hold -> report.accept(tooShort(item.map(), every)));
    if (item.duration("hold").isPresent() && item.map().mapping("attempt").isPresent()) {
      report.accept(
          Diagnostic.at(item.map().spanOfKey("hold"), "bad-time", "an attempt cannot `hold`")
              .label("once it has succeeded it is not made again")
              .help("Look at what came of it in an assertion of its own, and let that one hold."));
    }
  }

  private static Diagnostic tooShort(Data.Mapping map, Duration every) {
    return Diagnostic.at(
            map.spanOfValue("hold"),
            "bad-time",
            "`hold` is shorter than the pause between two tries")
        .label("`every` is " + every.toMillis() + "ms");
  }

  private static void positive(View item, String key, Consumer<Diagnostic> report) {
    if (item.duration(key).filter(Duration::isZero).isPresent()) {
      report.accept(
          Diagnostic.at(item.map().spanOfValue(key), "bad-time", "`" + key + "` cannot be zero"));
    }
  }
}
