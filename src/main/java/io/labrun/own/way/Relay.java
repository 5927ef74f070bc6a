package io.labrun.own.way;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A program of its own, in a network namespace next to the engine's: passes connections to a proxy
 * and questions to a name server on to labrun.
 */
public final class Relay {
  /** Where it listens, as the engine's script sets it up. */
  static final String ADDRESS = "198.51.100.1";

  static final int PROXY_PORT = 3128;
  static final int NAMES_PORT = 53;

  /** A message over UDP is no longer (RFC 6891 lets both sides agree on less). */
  static final int LONGEST_MESSAGE = 4096;

  /** The first byte says what follows. */
  static final byte PROXY = 'P';

  static final byte NAMES = 'N';

  private final SocketAddress outside;

  private Relay(Path socket) {
    this.outside = UnixDomainSocketAddress.of(socket);
  }

  /** Listens until it is killed; the only argument is the path of labrun's socket. */
  public static void main(String[] args) throws IOException {
    Relay relay = new Relay(Path.of(args[0]));
    Threads.start(relay::names);
    relay.proxy();
  }

  private void proxy() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(ADDRESS, PROXY_PORT));
      while (true) {
        SocketChannel inside = server.accept();
        Threads.start(() -> Pump.join(inside, open(PROXY)));
      }
    }
  }

  private SocketChannel open(byte kind) throws IOException {
    SocketChannel channel = SocketChannel.open(outside);
    Pump.writeAll(channel, ByteBuffer.wrap(new byte[] {kind}));
    return channel;
  }

  private void names() throws IOException {
    try (DatagramChannel server = DatagramChannel.open(StandardProtocolFamily.INET)) {
      server.bind(new InetSocketAddress(ADDRESS, NAMES_PORT));
      while (true) {
        ByteBuffer question = ByteBuffer.allocate(LONGEST_MESSAGE);
        SocketAddress asking = server.receive(question);
        Threads.start(() -> server.send(ask(question.flip()), asking));
      }
    }
  }

  private ByteBuffer ask(ByteBuffer question) throws IOException {
    try (SocketChannel channel = open(NAMES)) {
      Pump.writeAll(channel, question);
      channel.shutdownOutput();
      return Messages.readAll(channel);
    }
  }
}
