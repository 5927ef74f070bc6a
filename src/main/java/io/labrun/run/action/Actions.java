package io.labrun.run.action;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of actions. */
public final class Actions {
  private static final List<Action> ALL =
      List.of(
          new Start(),
          new Stop(),
          new Restart(),
          new Kill(),
          new Pause(),
          new Unpause(),
          new Remove(),
          new Recreate(),
          new Create(),
          new Delete(),
          new Connect(),
          new Disconnect(),
          new Exec(),
          new Copy(),
          new Scale(),
          new Update(),
          new StopHost(),
          new StartHost(),
          new Partition(),
          new Heal(),
          new Sleep());

  private static final Map<String, Action> BY_KIND =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Action::kind, Function.identity()));

  private Actions() {}

  /** All of them, in the order of the language. */
  public static List<Action> all() {
    return ALL;
  }

  /** The action of a kind; the schema allows no other. */
  public static Action of(String kind) {
    Action action = BY_KIND.get(kind);
    if (action == null) {
      throw new IllegalArgumentException("no action: " + kind);
    }
    return action;
  }
}
