package io.labrun.docker.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A connection that another program takes at a socket of this machine. */
final class SocketLine implements Line {
  private final SocketChannel channel;

  /** Connects. */
  SocketLine(Path socket) throws IOException {
    this.channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
  }

  @Override
  public InputStream input() {
    return Channels.newInputStream(new BothWays(channel));
  }

  @Override
  public OutputStream output() {
    return Channels.newOutputStream(new BothWays(channel));
  }

  @Override
  public void endOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public String said() {
    return "";
  }

  @Override
  public String lastWords() {
    return said();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
