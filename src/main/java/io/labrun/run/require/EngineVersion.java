package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.Product;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.spec.VersionRange;
import java.util.Optional;

/** The engine is of the product and has the version that a scenario needs. */
final class EngineVersion {
  private EngineVersion() {}

  static Optional<Problem> unmet(String text, EngineFacts facts) {
    VersionRange range = VersionRange.parse(text).orElseThrow(() -> unknown(text, facts));
    boolean met =
        range
            .contains(facts.product().word(), facts.version())
            .orElseThrow(() -> unknown(text, facts));
    if (met) {
      return Optional.empty();
    }
    return Optional.of(
        range.product().equals(facts.product().word())
            ? otherVersion(text, facts)
            : otherProduct(range, text, facts));
  }

  private static Problem otherVersion(String text, EngineFacts facts) {
    return Problem.of(
            "the engine is %s %s, and the scenario needs %s"
                .formatted(facts.product().title(), facts.version(), comparisons(text)))
        .help(
            "Install such a version of %s, or name another engine with --host."
                .formatted(facts.product().title()));
  }

  private static Problem otherProduct(VersionRange range, String text, EngineFacts facts) {
    Product wanted = range.product().equals("podman") ? Product.PODMAN : Product.DOCKER;
    return Problem.of(
            "the engine is %s %s, and the scenario needs %s"
                .formatted(
                    facts.product().title(),
                    facts.version(),
                    (wanted.title() + " " + comparisons(text)).strip()))
        .help("--host names another engine.");
  }

  private static String comparisons(String text) {
    return text.replaceFirst("^\\s*(docker|podman)\\b", "").strip();
  }

  private static ProblemException unknown(String range, EngineFacts facts) {
    return ProblemException.lasting(
        Problem.of(
            "the engine calls its version `%s`, which can't be compared with %s"
                .formatted(facts.version(), range)));
  }
}
