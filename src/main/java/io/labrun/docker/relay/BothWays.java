package io.labrun.docker.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/**
 * A socket's channel without being a selectable one: streams of those share a lock, so that a
 * thread that waits for input keeps the other from writing (JDK 17, {@code
 * sun.nio.ch.ChannelInputStream}).
 */
public record BothWays(SocketChannel channel) implements ByteChannel {

  @Override
  public int read(ByteBuffer to) throws IOException {
    return channel.read(to);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return channel.write(from);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
