package io.labrun.docker;

import io.labrun.docker.relay.Dial;
import io.labrun.docker.relay.Relay;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The way to an engine.
 *
 * @param door where connections are made: the engine's own address, or a relay's socket
 * @param shown the engine's address for people
 * @param relay what passes connections on; empty where the engine has an address of its own
 */
record Route(EngineAddress door, String shown, Optional<Relay> relay) implements Closeable {

  /** To an engine that listens at an address. */
  static Route direct(EngineAddress address) {
    return new Route(address, address.toString(), Optional.empty());
  }

  /**
   * To an engine that is reached through programs.
   *
   * @param shown the engine's address for people
   * @param from what named it, in words
   */
  static Route through(Dial dial, String shown, String from) {
    try {
      Relay relay = new Relay(dial);
      return new Route(HostText.unix(relay.socket(), from), shown, Optional.of(relay));
    } catch (IOException e) {
      throw noSocket(e);
    }
  }

  /** The failure to make what a relay needs. */
  static EngineException noSocket(IOException e) {
    return new EngineException(
        Kind.FAILED,
        "no socket can be made in the folder of temporary files: " + e.getMessage(),
        e);
  }

  /** The failure of a call, with what the relay knows where no engine answers it. */
  EngineException explain(EngineException failure) {
    return relay.isPresent() && failure.kind() == Kind.UNREACHABLE ? silent() : failure;
  }

  /** The failure of the first call, which is no other where the engine does not even answer. */
  EngineException explainFirst(EngineException failure) {
    return relay.isPresent() && failure.kind() == Kind.TIMEOUT ? silent() : failure;
  }

  private EngineException silent() {
    return new EngineException(Kind.UNREACHABLE, relay.orElseThrow().trouble());
  }

  @Override
  public void close() {
    relay.ifPresent(Relay::close);
  }
}
