package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineFacts;
import java.util.Map;
import java.util.Optional;

/** The engine's own platform is a certain one. */
final class EnginePlatform {
  /** What kernels call processors, and what images call them. */
  private static final Map<String, String> PROCESSORS =
      Map.of(
          "x86_64", "amd64",
          "aarch64", "arm64",
          "armv7l", "arm/v7",
          "armv6l", "arm/v6",
          "i386", "386",
          "i686", "386");

  private EnginePlatform() {}

  static Optional<Problem> unmet(String wanted, EngineFacts facts) {
    String has = of(facts);
    return has.equals(wanted) || has.startsWith(wanted + "/")
        ? Optional.empty()
        : Optional.of(
            Problem.of("the engine's platform is %s, not %s".formatted(has, wanted))
                .help("Name an engine on such a machine with --host."));
  }

  private static String of(EngineFacts facts) {
    String processor = facts.architecture();
    return facts.osType() + "/" + PROCESSORS.getOrDefault(processor, processor);
  }
}
