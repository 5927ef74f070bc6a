package io.labrun.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.labrun.run.engine.ExecResult;
import java.io.IOException;
import java.time.Duration;
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
    return read(id, Integer.toString(lines), Wire.USUAL);
  }

  /** All of both outputs, taken apart; without an exit code. */
  ExecResult whole(String id, Duration limit) {
    return read(id, "all", limit);
  }

  private ExecResult read(String id, String lines, Duration limit) {
    String container = "/containers/" + Paths.segment(id);
    Map<String, Object> config = Json.map(wire.object(container + "/json"), "Config");
    boolean terminal = Boolean.TRUE.equals(config.get("Tty"));
    String path = container + "/logs?stdout=1&stderr=1&tail=" + lines;
    return wire.bounded().call(limit, "reading a container's log", () -> read(path, terminal));
  }

  private ExecResult read(String path, boolean terminal) throws IOException {
    Frames frames = new Frames();
    try (Response response = wire.stream(path)) {
      if (terminal) {
        frames.fillPlain(response.getBody());
      } else {
        frames.fill(response.getBody());
      }
    }
    return frames.result(Optional.empty());
  }
}
