package io.labrun.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.labrun.run.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The body of an answer, whose reading fails after a while without news: a UNIX socket by itself
 * waits for ever.
 */
final class WatchedStream extends InputStream {
  private final Response response;
  private final InputStream body;
  private final Duration stall;
  private final Bounded bounded;

  WatchedStream(Response response, Duration stall, Bounded bounded) {
    this.response = response;
    this.body = response.getBody();
    this.stall = stall;
    this.bounded = bounded;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    try {
      return bounded.call(stall, "reading from the engine", () -> body.read(to, from, length));
    } catch (EngineException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    response.close();
  }
}
