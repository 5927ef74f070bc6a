package io.labrun.docker;

import io.labrun.docker.relay.BothWays;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * A command's input and output over a socket of its own.
 *
 * <p>docker-java never ends the input on a UNIX socket, so that {@code cat} never ends either
 * (docker-java #1684). The engine takes {@code Upgrade: tcp}, after which the connection is the
 * command's, in both directions, and each can be ended alone (Engine API, "Hijacking").
 */
final class ExecStream implements Closeable {
  private static final int LONGEST_HEAD = 16 * 1024;

  private final Closeable socket;
  private final Closeable outputEnd;
  private final InputStream in;
  private final OutputStream out;

  private ExecStream(Closeable socket, Closeable outputEnd, InputStream in, OutputStream out) {
    this.socket = socket;
    this.outputEnd = outputEnd;
    this.in = new BufferedInputStream(in, 16 * 1024);
    this.out = out;
  }

  /** Connects, without a request yet. */
  static ExecStream connect(Wire wire) throws IOException {
    EngineAddress address = wire.route().door();
    return address.isUnix() ? unix(address) : tcp(address.uri(), wire.tls());
  }

  private static ExecStream unix(EngineAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(address.socket()));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    BothWays plain = new BothWays(channel);
    return new ExecStream(
        plain,
        channel::shutdownOutput,
        Channels.newInputStream(plain),
        Channels.newOutputStream(plain));
  }

  private static ExecStream tcp(URI uri, Optional<SSLContext> tls) throws IOException {
    Socket socket = tls.isPresent() ? secure(tls.get()) : new Socket();
    try {
      socket.connect(
          new InetSocketAddress(uri.getHost(), uri.getPort()), (int) Wire.HELLO.toMillis());
      return new ExecStream(
          socket, socket::shutdownOutput, socket.getInputStream(), socket.getOutputStream());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket secure(SSLContext context) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket();
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    return socket;
  }

  /**
   * Starts the command.
   *
   * @throws EngineReply if the engine refuses
   */
  void start(String path, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        ("POST " + path + " HTTP/1.1\r\n")
            + "Host: docker\r\n"
            + "Connection: Upgrade\r\n"
            + "Upgrade: tcp\r\n"
            + "Content-Type: application/json\r\n"
            + ("Content-Length: " + content.length + "\r\n\r\n");
    out.write((head + body).getBytes(StandardCharsets.UTF_8));
    out.flush();
    String answer = readHead();
    int status = status(answer);
    if (status != 101 && status != 200) {
      throw new EngineReply(status, refusal(answer));
    }
  }

  private String readHead() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < LONGEST_HEAD) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("the engine closed the connection");
      }
      head.append((char) c);
      if (c == '\n' && head.toString().endsWith("\r\n\r\n")) {
        return head.toString();
      }
    }
    throw new Wire.NotAnEngine("its answer has no end");
  }

  private static int status(String head) throws IOException {
    if (!head.matches("(?s)HTTP/1\\.[01] \\d{3}.*")) {
      throw new Wire.NotAnEngine("no HTTP");
    }
    return Integer.parseInt(head.substring(9, 12));
  }

  private String refusal(String head) throws IOException {
    for (String line : head.toLowerCase(Locale.ROOT).split("\r\n")) {
      if (line.startsWith("content-length:")) {
        String length = line.substring("content-length:".length()).strip();
        int bytes = length.matches("\\d{1,6}") ? Integer.parseInt(length) : 0;
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /** What the command prints, to its end. */
  InputStream output() {
    return in;
  }

  /** Gives the command its input and ends it; one that reads no more is no failure. */
  void feed(byte[] input) {
    try {
      out.write(input);
      out.flush();
      outputEnd.close();
    } catch (IOException e) {
      // The command has ended, or the connection has: reading its output tells which.
    }
  }

  /** What the command is given. */
  OutputStream input() {
    return out;
  }

  /** Ends what the command is given. */
  void endInput() throws IOException {
    outputEnd.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
