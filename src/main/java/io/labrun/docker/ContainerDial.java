package io.labrun.docker;

import io.labrun.docker.relay.Dial;
import io.labrun.docker.relay.Line;
import io.labrun.run.engine.DialRequest;
import io.labrun.run.engine.ExecRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** Connections to an engine inside a container: each is a command that is run there. */
record ContainerDial(Execs execs, DialRequest request) implements Dial {

  @Override
  public Line open() {
    ExecRequest command =
        new ExecRequest(
            request.containerId(),
            request.command(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new byte[0]),
            request.patience());
    ExecStream stream = execs.open(command);
    return new ExecLine(stream, new FrameInput(stream.output()));
  }

  @Override
  public String explain(String said) {
    String reason = said.isBlank() ? "it is silent" : Refusal.words(said.strip());
    return "the engine inside " + request.name() + " does not answer: " + reason;
  }

  @Override
  public void close() {
    // A command ends where its input does.
  }

  /** A command's input and output. */
  private record ExecLine(ExecStream stream, FrameInput frames) implements Line {

    @Override
    public InputStream input() {
      return frames;
    }

    @Override
    public OutputStream output() {
      return stream.input();
    }

    @Override
    public void endOutput() throws IOException {
      stream.endInput();
    }

    @Override
    public String said() {
      return frames.stderr();
    }

    @Override
    public String lastWords() {
      return said();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
