package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LayerProgress;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Images: fetched and built. */
final class Images {

  Images(Wire wire, RegistryLogins logins) {}

  void pull(String reference, Optional<String> platform, Consumer<LayerProgress> listener) {
    throw new EngineException(Kind.NO_REGISTRY, "pulling comes next");
  }

  void build(String tag, InputStream context) {
    throw new EngineException(Kind.FAILED, "building comes next");
  }
}
