package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.Product;
import java.util.Optional;

/** The engine is Docker Desktop's, or is not: it says so as its operating system. */
final class DesktopEngine {
  private DesktopEngine() {}

  static boolean is(EngineFacts facts) {
    return facts.product() == Product.DESKTOP;
  }

  static Optional<Problem> unmet(boolean wished, EngineFacts facts) {
    if (is(facts) == wished) {
      return Optional.empty();
    }
    return Optional.of(
        wished
            ? Problem.of(
                    "the engine is not Docker Desktop's; its system is " + facts.operatingSystem())
                .help("It is about what is different there. Run it where Docker Desktop is.")
            : Problem.of("the engine is Docker Desktop's, which lives in a virtual machine")
                .help("Run it with an engine on Linux itself; --host names one."));
  }
}
