package io.labrun.docker;

import io.labrun.docker.relay.SshDial;
import io.labrun.docker.relay.SshProgram;
import io.labrun.docker.relay.SshTarget;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.NoEngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the user's engine as the docker CLI would, and connects to it. */
public final class DockerConnector {
  private static final String NOTHING = "no such file";

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
    for (EngineAddress address : search.candidates()) {
      try {
        return new DockerEngine(wire(address, json), around, true);
      } catch (NoEngineException e) {
        throw e;
      } catch (EngineException e) {
        if (e.kind() == Kind.INCOMPATIBLE || e.kind() == Kind.INTERRUPTED) {
          throw e;
        }
        tried.add(words(address, e.getMessage()));
      }
    }
    throw new NoEngineException(
        "no Docker engine answers", tried.stream().distinct().toList(), search.named());
  }

  private Wire wire(EngineAddress address, Json json) {
    Optional<String> version = around.variable("DOCKER_API_VERSION");
    if (!address.isSsh()) {
      return Wire.open(address, version, json);
    }
    try {
      SshTarget target = SshTarget.parse(address.uri().toString());
      SshDial dial = new SshDial(target, SshProgram.in(around.environment()), around.isAttended());
      Route route = Route.through(dial, address.uri().toString(), address.from());
      return Wire.open(route, version, dial.patience(), json);
    } catch (IOException e) {
      throw Route.noSocket(e);
    }
  }

  /**
   * Connects to an engine of our own.
   *
   * @param socket where it listens
   * @param from what it is, in words
   * @throws EngineException if it does not answer
   */
  public Engine connect(Path socket, String from) {
    Optional<String> version = around.variable("DOCKER_API_VERSION");
    Wire wire = Wire.open(HostText.unix(socket, from), version, new Json());
    return new DockerEngine(wire, around, false);
  }

  /**
   * Whether the user says which engine it is, rather than to take what is there.
   *
   * @param host what {@code --host} says
   */
  public boolean isNamed(Optional<String> host) {
    try {
      return EngineSearch.in(around, host, new Json()).isNamed();
    } catch (NoEngineException e) {
      return true;
    }
  }

  /**
   * The sockets at which the user's engine answers or might, on its machine, whether or not one
   * answers now; none where what is named makes no sense or has no socket.
   *
   * @param host what {@code --host} says
   */
  public List<Path> sockets(Optional<String> host) {
    try {
      return EngineSearch.in(around, host, new Json()).candidates().stream()
          .flatMap(address -> address.engineSocket().stream())
          .toList();
    } catch (NoEngineException e) {
      return List.of();
    }
  }

  /** The places that are only tried in case are named in short where there is nothing at all. */
  private static String words(EngineAddress address, String reason) {
    boolean isShort = EngineSearch.USUAL.contains(address.from()) && reason.equals(NOTHING);
    return (isShort ? address.from() : address.from() + " → " + address) + ": " + reason;
  }
}
