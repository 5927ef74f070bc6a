package io.labrun.docker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

/**
 * Looks whether an engine takes new connections.
 *
 * <p>One that is being stopped takes none any more, but goes on to answer at those that it has, up
 * to its end, when it has closed its own files already. A network that it makes or removes then is
 * half there, and Docker 20.10 does not start any more because of it ("index out of range" in
 * reservePools); a volume loses its labels.
 */
final class Knock {
  private Knock() {}

  /**
   * Fails where no connection can be made; does nothing where a program makes it, which takes time.
   */
  static void at(Route route) throws IOException {
    EngineAddress door = route.door();
    if (route.relay().isPresent()) {
      return;
    }
    if (door.isUnix()) {
      try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.connect(UnixDomainSocketAddress.of(door.socket()));
      }
    } else {
      try (Socket socket = new Socket()) {
        InetSocketAddress there = new InetSocketAddress(door.uri().getHost(), door.uri().getPort());
        socket.connect(there, (int) Wire.HELLO.toMillis());
      }
    }
  }
}
