package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import java.util.Map;

/** The engine's own JSON of its objects, whole: docker-java's model drops what it does not know. */
final class Inspection {
  private final Wire wire;

  Inspection(Wire wire) {
    this.wire = wire;
  }

  Map<String, Object> read(ObjectKind kind, String id) {
    if (id.isEmpty() && kind != ObjectKind.ENGINE && kind != ObjectKind.VERSION) {
      throw new EngineException(Kind.NOT_FOUND, "a " + kind.word() + " without a name");
    }
    Map<String, Object> found = wire.object(path(kind, id));
    return kind == ObjectKind.CONTAINER ? new NetworkIds(wire).in(found) : found;
  }

  private static String path(ObjectKind kind, String id) {
    return switch (kind) {
      case SERVICE -> "/services/" + Paths.segment(id);
      case CONTAINER -> "/containers/" + Paths.segment(id) + "/json";
      case NETWORK -> "/networks/" + Paths.segment(id);
      case VOLUME -> "/volumes/" + Paths.segment(id);
      case IMAGE -> "/images/" + Paths.reference(id) + "/json";
      case ENGINE -> "/info";
      case VERSION -> "/version";
    };
  }
}
