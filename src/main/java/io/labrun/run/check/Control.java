package io.labrun.run.check;

import io.labrun.event.Problem;
import java.util.Optional;

/**
 * Proves that a negative result means what it says (language, "A negative claim needs a control").
 */
@FunctionalInterface
public interface Control {
  /** For a result that needs no proof. */
  Control NONE = Optional::empty;

  /** Why the result proves nothing, or empty if it does. */
  Optional<Problem> objection();
}
