package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineFacts;
import java.util.List;
import java.util.Optional;

/** The engine's machine has a network interface. */
final class Interface {
  /** What the engine makes for containers and bridges is not what anybody means. */
  private static final String PASSING = "(veth|br-|lrd-).*";

  private Interface() {}

  static Optional<Problem> unmet(String name, Bench bench) {
    return unmet(name, all(bench.machine()), bench.engine().facts());
  }

  /** All interfaces; two lines of heading come first (proc(5), {@code /proc/net/dev}). */
  private static List<String> all(EngineMachine machine) {
    return machine.lines("cat /proc/net/dev").stream()
        .skip(2)
        .map(line -> line.substring(0, line.lastIndexOf(": ") < 0 ? 0 : line.indexOf(':')).strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  static Optional<Problem> unmet(String name, List<String> all, EngineFacts facts) {
    if (all.contains(name)) {
      return Optional.empty();
    }
    String others =
        String.join(", ", all.stream().filter(other -> !other.matches(PASSING)).toList());
    String why =
        DesktopEngine.is(facts)
            ? "Docker Desktop's engine lives in a virtual machine, where this computer's cards are"
                + " not to be seen. It has: "
            : "It has: ";
    return Optional.of(
        Problem.of("the engine's machine has no network interface %s".formatted(name))
            .help(why + others));
  }
}
