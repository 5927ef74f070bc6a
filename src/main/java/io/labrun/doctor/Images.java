package io.labrun.doctor;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;

/** Looks for images on an engine. */
final class Images {
  private Images() {}

  /** Whether the engine has an image. */
  public static boolean isThere(Engine engine, String reference) {
    try {
      engine.inspect(ObjectKind.IMAGE, reference);
      return true;
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
