package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.lab.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * The engine's kernel has a module or a file system: loaded, built in, or there to be loaded.
 *
 * <p>Nothing is loaded to find out. Where neither what runs nor the kernel's configuration nor its
 * folder of modules tells, it is not known, and that is said.
 */
final class KernelFeature {
  private static final String FOLDER = "/lib/modules";
  private static final String MOUNTED = "/lab-modules";

  private KernelFeature() {}

  static Optional<Problem> unmet(String feature, Bench bench) {
    KernelEvidence running = KernelEvidence.read(feature, bench.machine(), MOUNTED);
    return running.verdict() == KernelEvidence.Verdict.UNKNOWN
        ? judge(feature, withModules(feature, bench).orElse(running), bench)
        : judge(feature, running, bench);
  }

  private static Optional<Problem> judge(String feature, KernelEvidence evidence, Bench bench) {
    String kernel = bench.engine().facts().kernel();
    return switch (evidence.verdict()) {
      case HAS -> Optional.empty();
      case LACKS -> Optional.of(lacks(feature, kernel, evidence.reasons()));
      case UNKNOWN -> throw unknown(feature, kernel);
    };
  }

  /** Looks into the machine's folder of modules too; empty where there is none. */
  private static Optional<KernelEvidence> withModules(String feature, Bench bench) {
    try (ThrowAwayLab lab = bench.lab()) {
      String container = lab.container("modules", s -> s.reading(FOLDER, MOUNTED));
      EngineMachine machine = new EngineMachine(bench.engine(), container);
      return Optional.of(KernelEvidence.read(feature, machine, MOUNTED));
    } catch (EngineException e) {
      if (e.kind() == Kind.BAD_REQUEST || e.kind() == Kind.DENIED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  static Problem lacks(String feature, String kernel, List<String> reasons) {
    return Problem.of(
            "the engine's kernel %s has no %s (%s)"
                .formatted(kernel, feature, String.join("; ", reasons)))
        .help("Install a kernel or a package of modules that has it, and start that.");
  }

  private static ProblemException unknown(String feature, String kernel) {
    return ProblemException.lasting(
        Problem.of(
                "whether the engine's kernel %s has %s could not be found out: it is not loaded,"
                        .formatted(kernel, feature)
                    + " and neither /proc/config.gz nor /lib/modules tells of it")
            .help(
                "is the name right? It is what lsmod or /proc/filesystems shows",
                "a driver can be tried instead: `requires: {drivers: {network: [NAME]}}`"));
  }
}
