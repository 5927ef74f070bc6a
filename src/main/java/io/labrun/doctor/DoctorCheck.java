package io.labrun.doctor;

import java.util.List;

/** Looks at one thing that scenarios need. */
@FunctionalInterface
interface DoctorCheck {

  /**
   * Looks, and leaves nothing behind.
   *
   * @return at least one finding; trouble while looking is a finding too, never an exception
   */
  List<Finding> examine(Patient patient);
}
