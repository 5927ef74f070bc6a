package io.labrun.testbed;

import io.labrun.docker.DockerConnector;
import io.labrun.docker.Surroundings;
import io.labrun.run.engine.Engine;
import java.nio.file.Path;
import java.util.Optional;

/** The engine that the tests run on: the one that labrun finds by itself. */
public final class TestEngine {
  private TestEngine() {}

  /** Connects to it; the caller closes it. */
  public static Engine connect() {
    Path home = Path.of(System.getProperty("user.home"));
    return new DockerConnector(Surroundings.of(System.getenv(), home)).connect(Optional.empty());
  }
}
