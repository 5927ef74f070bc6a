package io.labrun.own.way;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** labrun's end of the way out: does on this machine's network what the relay is asked for. */
public final class Outside implements AutoCloseable {
  private static final int SECRET_BYTES = 16;

  private final ServerSocketChannel server;
  private final String user = "labrun:" + secret();
  private final Proxy proxy = new Proxy(user);
  private final NameServers names = new NameServers(Path.of("/etc/resolv.conf"));

  private Outside(ServerSocketChannel server) {
    this.server = server;
  }

  /** Begins to listen at a new socket. */
  public static Outside listen(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Outside outside = new Outside(server);
    Threads.start(outside::accept);
    return outside;
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The proxy's URL, as the engine is told it, with a word that only the engine knows. */
  public String proxyUrl() {
    return "http://%s@%s:%d".formatted(user, Relay.ADDRESS, Relay.PROXY_PORT);
  }

  private void accept() throws IOException {
    while (true) {
      SocketChannel relay = server.accept();
      Threads.start(() -> serve(relay));
    }
  }

  private void serve(SocketChannel relay) throws IOException, InterruptedException {
    try (relay) {
      ByteBuffer kind = ByteBuffer.allocate(1);
      relay.read(kind);
      if (kind.get(0) == Relay.NAMES) {
        Pump.writeAll(relay, names.ask(Messages.readAll(relay)));
      } else {
        proxy.serve(relay);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // Nobody is heard any more either way.
    }
  }
}
