package io.labrun.docker;

import io.labrun.docker.relay.SshTarget;
import io.labrun.run.engine.NoEngineException;
import io.labrun.run.engine.Passwords;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Reads an engine's address as the docker CLI writes it ({@code --host}, {@code DOCKER_HOST}). */
final class HostText {
  private static final int PLAIN_PORT = 2375;
  private static final int TLS_PORT = 2376;

  private HostText() {}

  /**
   * Reads an address.
   *
   * @param tls how to secure a TCP connection; does not concern sockets of this machine
   * @throws NoEngineException if it is no address that labrun can connect to
   */
  static EngineAddress read(String text, String from, Optional<EngineAddress.Tls> tls) {
    String host = text.trim();
    String scheme = host.contains("://") ? host.substring(0, host.indexOf("://")) : "";
    return switch (scheme) {
      case "unix" -> unix(host.substring("unix://".length()), from);
      case "" -> host.startsWith("/") ? unix(host, from) : tcp("tcp://" + host, from, tls);
      case "tcp", "http" -> tcp(host, from, tls);
      case "https" -> tcp(host, from, Optional.of(tls.orElse(trusted())));
      case "npipe" -> throw new NoEngineException(noPipe(host, from));
      case "ssh" -> ssh(host, from);
      default -> throw bad(host, from);
    };
  }

  private static EngineAddress unix(String path, String from) {
    if (!path.startsWith("/")) {
      throw bad("unix://" + path, from);
    }
    return unix(Path.of(path), from);
  }

  /** The address of a socket of this machine. */
  static EngineAddress unix(Path socket, String from) {
    String path = socket.toUri().getRawPath();
    return new EngineAddress(URI.create("unix://" + path), from, Optional.empty());
  }

  private static EngineAddress.Tls trusted() {
    return new EngineAddress.Tls(Optional.empty(), true);
  }

  private static EngineAddress tcp(String host, String from, Optional<EngineAddress.Tls> tls) {
    URI uri = uri(host, from);
    if (uri.getHost() == null) {
      throw bad(host, from);
    }
    if (uri.getRawUserInfo() != null) {
      throw new NoEngineException(
          is(from, host)
              + ", and no user or password goes to an engine by TCP: leave them out, and name"
              + " certificates by DOCKER_CERT_PATH");
    }
    int port = uri.getPort() > 0 ? uri.getPort() : tls.isPresent() ? TLS_PORT : PLAIN_PORT;
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return new EngineAddress(URI.create("tcp://" + uri.getHost() + ":" + port + path), from, tls);
  }

  private static EngineAddress ssh(String host, String from) {
    try {
      SshTarget.parse(host);
      return new EngineAddress(uri(host, from), from, Optional.empty());
    } catch (IllegalArgumentException e) {
      throw new NoEngineException(is(from, host) + ", which " + e.getMessage());
    }
  }

  private static URI uri(String host, String from) {
    try {
      return URI.create(host);
    } catch (IllegalArgumentException e) {
      throw bad(host, from);
    }
  }

  private static String is(String from, String host) {
    return from + " is " + Passwords.hidden(host);
  }

  private static NoEngineException bad(String host, String from) {
    return new NoEngineException(
        is(from, host)
            + ", which is no address of an engine: write unix:///path/to/docker.sock,"
            + " tcp://host:port or ssh://user@host");
  }

  private static String noPipe(String host, String from) {
    return is(from, host)
        + ", and labrun does not speak Windows' named pipes; run it inside WSL, or let the engine"
        + " listen on tcp://";
  }
}
