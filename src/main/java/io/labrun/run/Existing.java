package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.lab.ProblemException;
import java.util.Map;
import java.util.Optional;

/**
 * Looks what is on the engine already, and refuses names that are taken where the engine would not.
 *
 * <p>The engine answers a request for a volume that exists with that volume, and lets two networks
 * have one name: a scenario that fixes a name would use, and change, somebody else's object.
 */
final class Existing {
  private Existing() {}

  /** What the engine says of an external object; a problem if it does not exist. */
  static Map<String, Object> external(Engine engine, ObjectKind kind, String name) {
    return find(engine, kind, name)
        .orElseThrow(
            () ->
                ProblemException.lasting(
                    Problem.of("there is no " + kind.word() + " `" + name + "` on this engine")
                        .help(
                            "`external: true` means that it exists already: docker "
                                + kind.word()
                                + " create "
                                + name,
                            "leave `external` out, and labrun makes it and removes it")));
  }

  /** Fails with a problem if a fixed name is taken. */
  static void refuseTaken(Engine engine, ObjectKind kind, String name, boolean fixed) {
    if (fixed && find(engine, kind, name).isPresent()) {
      throw ProblemException.lasting(
          Problem.of("there is a " + kind.word() + " `" + name + "` on this engine already")
              .help(
                  "it is not this run's: choose another `name`, leave it out, or say `external: true`"
                      + " to use what is there"));
    }
  }

  /** What the engine says of an object, if there is one. */
  static Optional<Map<String, Object>> find(Engine engine, ObjectKind kind, String name) {
    try {
      return Optional.of(engine.inspect(kind, name));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
