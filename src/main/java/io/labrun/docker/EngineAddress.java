package io.labrun.docker;

import io.labrun.docker.relay.SshTarget;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an engine may answer.
 *
 * @param uri {@code unix:///path}, {@code tcp://host:port} or {@code ssh://user@host}
 * @param from what named it, in words
 * @param tls how to secure the connection; empty for none
 */
record EngineAddress(URI uri, String from, Optional<Tls> tls) {

  /**
   * How a connection is secured.
   *
   * @param folder of {@code ca.pem}, {@code cert.pem} and {@code key.pem}; empty for the
   *     authorities that Java trusts and no certificate of our own
   * @param verify whether the engine's certificate must be good for its name
   */
  record Tls(Optional<Path> folder, boolean verify) {}

  /** As a URL, and whether the connection is secured. */
  @Override
  public String toString() {
    String unverified = tls.filter(t -> !t.verify()).map(t -> " without verification").orElse("");
    return tls.isPresent() ? uri + ", TLS" + unverified : uri.toString();
  }

  boolean isUnix() {
    return uri.getScheme().equals("unix");
  }

  boolean isSsh() {
    return uri.getScheme().equals("ssh");
  }

  /** The socket's path, of a UNIX address only. */
  Path socket() {
    return Path.of(uri.getPath());
  }

  /** The path of the engine's socket on its machine; empty where it is not named. */
  Optional<Path> engineSocket() {
    return isSsh()
        ? SshTarget.parse(uri.toString()).socket().map(Path::of)
        : Optional.of(uri).filter(unused -> isUnix()).map(unused -> socket());
  }
}
