package io.labrun.doctor;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.NoEngineException;
import io.labrun.run.engine.Passwords;
import java.util.List;

/** An engine that does not answer for a reason that installing or starting one here can't mend. */
final class EngineElsewhere {
  private static final List<String> NAMED_BY = List.of("DOCKER_HOST", "DOCKER_CONTEXT");

  private EngineElsewhere() {}

  /**
   * Refuses to go on where the engine that labrun looks for is named, or answers and is refused.
   *
   * @throws FixFailedException if so
   */
  static void refuse(Patient patient) {
    for (String name : NAMED_BY) {
      String value = patient.machine().env(name);
      if (!value.isEmpty()) {
        throw new FixFailedException(
            name
                + " is "
                + Passwords.hidden(value)
                + ": the engine is looked for there, and it does not answer",
            "start that engine, or unset " + name + " to use one on this machine");
      }
    }
    if (patient.trouble().orElse(null) instanceof NoEngineException none && none.isNamed()) {
      throw new FixFailedException(
          String.join("; ", none.tried().isEmpty() ? List.of(none.getMessage()) : none.tried()),
          "mend that, or name no engine to use one on this machine");
    }
    EngineException.Kind kind =
        patient.trouble().map(EngineException::kind).orElse(EngineException.Kind.UNREACHABLE);
    if (kind != EngineException.Kind.UNREACHABLE) {
      throw new FixFailedException(
          patient.trouble().orElseThrow().getMessage(), "labrun doctor says what to do");
    }
  }
}
