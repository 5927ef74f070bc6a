package io.labrun.run.check;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of checks. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          new ExecCheck(),
          new ReachCheck(),
          new DnsCheck(),
          new HttpCheck(),
          new FileCheck(),
          new LogsCheck(),
          new StateCheck(),
          new InspectCheck(),
          new ProcessesCheck(),
          new ChangesCheck(),
          new TasksCheck(),
          new AttemptCheck());

  private static final Map<String, Check> BY_KIND =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Check::kind, Function.identity()));

  private Checks() {}

  /** All of them, in the order of the language. */
  public static List<Check> all() {
    return ALL;
  }

  /** The check of a kind; the schema allows no other. */
  public static Check of(String kind) {
    Check check = BY_KIND.get(kind);
    if (check == null) {
      throw new IllegalArgumentException("no check: " + kind);
    }
    return check;
  }
}
