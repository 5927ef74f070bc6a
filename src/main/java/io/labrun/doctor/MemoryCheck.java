package io.labrun.doctor;

import io.labrun.run.require.Amounts;
import java.util.List;

/** The engine's machine has memory for a lab of some containers: 1 GiB in all. */
final class MemoryCheck implements DoctorCheck {
  private static final long ENOUGH = 1L << 30;

  @Override
  public List<Finding> examine(Patient patient) {
    return patient.engine().map(engine -> finding(engine.facts().memory())).stream().toList();
  }

  static Finding finding(long bytes) {
    String has = "the engine's machine has " + Amounts.binary(bytes);
    return bytes >= ENOUGH
        ? Finding.ok("memory", has)
        : Finding.degraded("memory", has + "; labs with several containers may be killed for it");
  }
}
