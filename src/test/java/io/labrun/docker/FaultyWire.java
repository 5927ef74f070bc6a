package io.labrun.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A socket in front of the real engine's that can fall silent, cut, or answer in its stead. */
final class FaultyWire implements AutoCloseable {
  final Path socket;
  private final ServerSocketChannel server;
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();

  /** The first lines of what was sent to the engine. */
  final List<String> sent = new CopyOnWriteArrayList<>();

  /** What to do with what comes. */
  enum Mode {
    PASS,
    SILENT,
    ANSWER
  }

  private volatile Mode mode = Mode.PASS;
  private volatile String answer = "";

  /** While passing on, requests that contain this are swallowed. */
  private volatile Optional<String> swallowed = Optional.empty();

  FaultyWire(Path folder) throws IOException {
    socket = folder.resolve("docker.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    daemon(this::accept);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "faulty-wire");
    thread.setDaemon(true);
    thread.start();
  }

  void pass() {
    mode = Mode.PASS;
    swallowed = Optional.empty();
  }

  void fallSilent() {
    mode = Mode.SILENT;
  }

  void swallow(String request) {
    swallowed = Optional.of(request);
  }

  void answer(String text) {
    answer = text;
    mode = Mode.ANSWER;
  }

  /** Takes no more connections; those that are there go on. */
  void lock() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }

  /** Breaks every connection. */
  void cut() throws IOException {
    for (SocketChannel channel : open) {
      shut(channel);
    }
    open.clear();
  }

  /** Shut first: the thread that reads would keep the socket open for a moment longer. */
  private static void shut(SocketChannel channel) throws IOException {
    try {
      channel.shutdownInput();
      channel.shutdownOutput();
    } catch (IOException e) {
      // Shut already.
    }
    channel.close();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        SocketChannel engine =
            SocketChannel.open(UnixDomainSocketAddress.of(Surroundings.SYSTEM_SOCKET));
        open.addAll(List.of(client, engine));
        daemon(() -> copy(client, engine, true));
        daemon(() -> copy(engine, client, false));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void copy(SocketChannel from, SocketChannel to, boolean requests) {
    ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        if (mode == Mode.ANSWER && requests) {
          from.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
          from.close();
          return;
        }
        if (mode == Mode.PASS && !(requests && isSwallowed(buffer))) {
          if (requests) {
            sent.add(text(buffer).lines().findFirst().orElse(""));
          }
          write(to, buffer);
        }
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // Cut, or given up by one side.
    }
  }

  private boolean isSwallowed(ByteBuffer request) {
    return swallowed.filter(text(request)::contains).isPresent();
  }

  private static String text(ByteBuffer buffer) {
    return StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString();
  }

  private static void write(SocketChannel to, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      to.write(buffer);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
    Files.deleteIfExists(socket);
  }
}
