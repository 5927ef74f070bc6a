package io.labrun.docker;

import com.github.dockerjava.api.DockerClient;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Commands run in containers. */
final class Execs {
  /** How long the engine may take to know the exit code once the output has ended. */
  private static final Duration EXIT_CODE = Duration.ofSeconds(2);

  private final Wire wire;

  Execs(Wire wire) {
    this.wire = wire;
  }

  /**
   * Runs a command; a result without exit code if it has not ended by the deadline.
   *
   * @throws EngineException if it can't be run at all
   */
  ExecResult run(ExecRequest request) {
    long end = System.nanoTime() + request.timeout().toNanos();
    String id = create(request);
    try (ExecStream stream = start(id)) {
      Frames frames = new Frames();
      Future<Void> drained = wire.bounded().start(() -> drain(stream, frames));
      request.stdin().ifPresent(input -> wire.bounded().start(() -> feed(stream, input)));
      return frames.result(await(drained, end) ? Optional.of(exitCode(id)) : Optional.empty());
    } catch (IOException e) {
      throw Failures.of(e);
    }
  }

  /**
   * Starts a command that its caller feeds and reads.
   *
   * @param request its deadline does not count
   * @throws EngineException if it can't be run at all
   */
  ExecStream open(ExecRequest request) {
    return start(create(request));
  }

  private String create(ExecRequest request) {
    return wire.harmless("running a command", client -> create(client, request));
  }

  private static String create(DockerClient client, ExecRequest request) {
    var command =
        client
            .execCreateCmd(request.containerId())
            .withCmd(request.command().toArray(String[]::new))
            .withAttachStdin(request.stdin().isPresent())
            .withAttachStdout(true)
            .withAttachStderr(true)
            .withEnv(
                request.environment().entrySet().stream()
                    .map(variable -> variable.getKey() + "=" + variable.getValue())
                    .toList());
    request.user().ifPresent(command::withUser);
    request.workdir().ifPresent(command::withWorkingDir);
    return command.exec().getId();
  }

  private ExecStream start(String id) {
    return wire.bounded()
        .call(
            Wire.USUAL,
            "running a command",
            () -> {
              ExecStream stream = ExecStream.connect(wire);
              try {
                stream.start(wire.prefix() + "/exec/" + id + "/start", "{}");
                return stream;
              } catch (IOException | RuntimeException e) {
                stream.close();
                throw e;
              }
            });
  }

  private static Void drain(ExecStream stream, Frames frames) throws IOException {
    frames.drain(stream.output());
    return null;
  }

  private static Void feed(ExecStream stream, byte[] input) {
    stream.feed(input);
    return null;
  }

  /** Whether the output ended before the deadline. */
  private boolean await(Future<Void> drained, long end) {
    try {
      drained.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          EngineException.Kind.INTERRUPTED, "waiting for a command was interrupted");
    } catch (CancellationException e) {
      throw wire.bounded().failure(e);
    } catch (ExecutionException e) {
      throw Failures.of(e.getCause());
    }
  }

  /**
   * The engine may close the output a moment before it notes the exit code. A command that goes on
   * after that has lost its connection, and its output is not whole.
   */
  private int exitCode(String id) {
    Patience patience = new Patience(EXIT_CODE);
    do {
      Map<String, Object> exec = wire.object("/exec/" + id + "/json");
      if (exec.get("ExitCode") instanceof Number code
          && !Boolean.TRUE.equals(exec.get("Running"))) {
        return code.intValue();
      }
    } while (patience.pause());
    throw new EngineException(
        EngineException.Kind.UNREACHABLE,
        "the connection to the engine broke before the command had ended");
  }
}
