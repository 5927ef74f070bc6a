package io.labrun.doctor;

import java.util.function.Consumer;

/** Mends one thing, if it is broken and can be mended without asking. */
@FunctionalInterface
interface DoctorFix {

  /**
   * Looks whether it is needed and does it.
   *
   * @param say told of each thing in one line before it is done
   * @throws FixFailedException if it is needed and did not succeed
   */
  void mend(Patient patient, Consumer<String> say);
}
