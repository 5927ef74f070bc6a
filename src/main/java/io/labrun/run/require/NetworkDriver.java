package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.EngineFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network driver works: a container is attached. */
final class NetworkDriver {
  /** What every engine has, and what works if anything does. */
  static final Set<String> WITHOUT_TRIAL = Set.of("bridge", "host", "none", "null");

  /** Where a kernel gets what a driver needs. */
  private static final Map<String, String> KERNELS =
      Map.of(
          "ipvlan",
              "It comes with Linux 4.2 and later as the module ipvlan: modprobe ipvlan. Docker"
                  + " Desktop's kernel has it.",
          "macvlan",
              "It comes with Linux 3.9 and later as the module macvlan: modprobe macvlan. Docker"
                  + " Desktop's kernel has it.",
          "overlay", "It comes with Linux as the module vxlan: modprobe vxlan.");

  private static final String FAILED = "attaching a container failed: ";
  private static final String UNSUPPORTED = "operation not supported";

  private NetworkDriver() {}

  static Optional<Problem> unmet(String driver, Bench bench) {
    if (WITHOUT_TRIAL.contains(driver)) {
      return Optional.empty();
    }
    EngineFacts facts = bench.engine().facts();
    if (KERNELS.containsKey(driver) && !facts.networkDrivers().contains(driver)) {
      return Optional.of(missing(driver, facts.networkDrivers()));
    }
    if (driver.equals("overlay") && !facts.swarm()) {
      return Optional.of(
          Problem.of("this engine belongs to no swarm, without which it has no overlay networks")
              .help(
                  "docker swarm init makes a swarm of it; docker swarm leave --force ends that."));
    }
    return trial(driver, bench);
  }

  static Problem missing(String driver, List<String> drivers) {
    return KERNELS.containsKey(driver)
        ? Problem.of("this engine has no network driver " + driver)
            .help("The engine has: " + String.join(", ", drivers))
        : Plugins.missing("network", driver, drivers);
  }

  private static Optional<Problem> trial(String driver, Bench bench) {
    try (ThrowAwayLab lab = bench.lab()) {
      NetworkTrial trial = new NetworkTrial(lab, driver);
      Map<String, String> options = trial.prepare();
      return attach(trial, options, bench);
    }
  }

  private static Optional<Problem> attach(
      NetworkTrial trial, Map<String, String> options, Bench bench) {
    try {
      trial.attach(options);
      return Optional.empty();
    } catch (EngineException e) {
      List<String> listed = bench.engine().facts().networkDrivers();
      String words = bench.refusal(e);
      return Optional.of(
          Plugins.areMissing(e, listed, trial.driver())
              ? missing(trial.driver(), listed)
              : refused(trial.driver(), e.kind() == Kind.UNSUPPORTED, words));
    }
  }

  /**
   * The problem that a driver is listed and does not work.
   *
   * @param unsupported whether the engine says that it, or its kernel, can't do it at all
   * @param words the engine's words
   */
  static Problem refused(String driver, boolean unsupported, String words) {
    if (unsupported && KERNELS.containsKey(driver)) {
      String reason = words.endsWith(UNSUPPORTED) ? UNSUPPORTED : words;
      return Problem.of("this kernel has no %s (%s%s)".formatted(driver, FAILED, reason))
          .help(KERNELS.get(driver));
    }
    return Problem.of(
            "the network driver %s does not work here (%s%s)".formatted(driver, FAILED, words))
        .help(
            KERNELS.containsKey(driver)
                ? "The engine's log says more: journalctl -u docker"
                : "docker plugin ls says whether its plugin is on; the engine's log says more.");
  }
}
