package io.labrun.load;

import io.labrun.scenario.Named;
import io.labrun.scenario.Requires;
import io.labrun.scenario.spec.View;
import java.util.List;
import java.util.Optional;

/** Reads what a scenario requires; what is not sound is simply not there. */
final class RequiresReader {
  private RequiresReader() {}

  /** The requirements under the key {@code requires}. */
  static Requires read(View view) {
    View drivers = view.view("drivers");
    return new Requires(
        one(view, "engine"),
        all(drivers, "network"),
        all(drivers, "volume"),
        all(view, "kernel"),
        all(view, "interfaces"),
        all(view, "free_ports"),
        one(view, "memory"),
        one(view, "platform"),
        one(view, "desktop"),
        wish(view, "privileged"),
        wish(view, "exclusive"),
        all(view, "grants"));
  }

  private static Optional<Named> one(View view, String key) {
    return view.text(key).map(text -> new Named(text, view.map().spanOfValue(key)));
  }

  /** A flag of which {@code false} says as much as nothing. */
  private static Optional<Named> wish(View view, String key) {
    return one(view, key).filter(flag -> flag.name().equals("true"));
  }

  private static List<Named> all(View view, String key) {
    return view.items(key).stream()
        .flatMap(item -> view.scalar(item).map(text -> new Named(text, item.span())).stream())
        .toList();
  }
}
