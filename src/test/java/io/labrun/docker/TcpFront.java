package io.labrun.docker;

import io.labrun.docker.relay.BothWays;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** The real engine's socket on a TCP port of loopback, plain or secured. */
final class TcpFront implements AutoCloseable {
  private final ServerSocket server;

  TcpFront(Optional<SSLContext> tls) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    if (tls.isPresent()) {
      server = tls.get().getServerSocketFactory().createServerSocket(0, 50, loopback);
      ((SSLServerSocket) server).setNeedClientAuth(true);
    } else {
      server = new ServerSocket(0, 50, loopback);
    }
    daemon(this::accept);
  }

  String host() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tcp-front");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        SocketChannel engine =
            SocketChannel.open(UnixDomainSocketAddress.of(Surroundings.SYSTEM_SOCKET));
        BothWays plain = new BothWays(engine);
        InputStream fromEngine = Channels.newInputStream(plain);
        OutputStream toEngine = Channels.newOutputStream(plain);
        daemon(() -> copy(client::getInputStream, () -> toEngine, engine::shutdownOutput));
        daemon(() -> copy(() -> fromEngine, client::getOutputStream, client::close));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  /** Something that may fail with an IOException. */
  private interface Opening<T> {
    T open() throws IOException;
  }

  private static void copy(Opening<InputStream> from, Opening<OutputStream> to, Closeable atEnd) {
    byte[] buffer = new byte[16 * 1024];
    try (atEnd) {
      InputStream in = from.open();
      OutputStream out = to.open();
      int read;
      while ((read = in.read(buffer)) >= 0) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // One side went away.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
