package io.labrun.docker;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.NoEngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the user's engine as the docker CLI would, and connects to it. */
public final class DockerConnector {
  private final Surroundings around;

  /** Looks where these surroundings point. */
  public DockerConnector(Surroundings around) {
    this.around = around;
  }

  /**
   * Connects to the first engine that answers.
   *
   * @param host what {@code --host} says; only that is tried then
   * @throws NoEngineException if none answers; it says what was tried
   * @throws EngineException of kind INCOMPATIBLE if one answers that is too old or too new
   */
  public Engine connect(Optional<String> host) {
    Json json = new Json();
    EngineSearch search = EngineSearch.in(around, host, json);
    List<String> tried = new ArrayList<>(search.noted());
    List<String> reasons = new ArrayList<>();
    for (EngineAddress address : search.candidates()) {
      try {
        Optional<String> version = around.variable("DOCKER_API_VERSION");
        return new DockerEngine(Wire.open(address, version, json), around);
      } catch (EngineException e) {
        if (e.kind() == Kind.INCOMPATIBLE || e.kind() == Kind.INTERRUPTED) {
          throw e;
        }
        tried.add(address.from() + " → " + address.uri() + ": " + e.getMessage());
        reasons.add(e.getMessage());
      }
    }
    throw new NoEngineException("no Docker engine answers", tried);
  }
}
