package io.labrun.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.labrun.run.engine.ExecResult;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** What containers have printed. */
final class Logs {
  private final Wire wire;

  Logs(Wire wire) {
    this.wire = wire;
  }

  /** The last lines of both outputs together, taken apart; without an exit code. */
  ExecResult tail(String id, int lines) {
    String container = "/containers/" + Paths.segment(id);
    Map<String, Object> config = Json.map(wire.object(container + "/json"), "Config");
    boolean terminal = Boolean.TRUE.equals(config.get("Tty"));
    String path = container + "/logs?stdout=1&stderr=1&tail=" + lines;
    return wire.bounded().call(Wire.USUAL, "reading a container's log", () -> read(path, terminal));
  }

  private ExecResult read(String path, boolean terminal) throws IOException {
    Frames frames = new Frames();
    try (Response response = wire.stream(path)) {
      if (terminal) {
        frames.drainPlain(response.getBody());
      } else {
        frames.drain(response.getBody());
      }
    }
    return frames.result(Optional.empty());
  }
}
