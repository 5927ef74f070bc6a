package io.labrun.own.way;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An HTTP proxy (RFC 9110, "CONNECT"; RFC 9112, "absolute-form") for whoever knows the word: the
 * engine does, its containers do not.
 */
final class Proxy {
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final String END = "\r\n\r\n";
  private static final String HTTPS_PORT = ":443";
  private static final int HTTP_PORT = 80;

  private final String authorization;

  /**
   * A proxy.
   *
   * @param user {@code name:password} as a URL has it
   */
  Proxy(String user) {
    byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
    this.authorization = "basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /** Serves one connection to its end. */
  void serve(SocketChannel inside) throws IOException, InterruptedException {
    List<String> head = head(inside).lines().toList();
    if (head.isEmpty() || !isAllowed(head)) {
      answer(inside, "407 Proxy Authentication Required");
      return;
    }
    String[] request = head.get(0).split(" ");
    boolean tunnel = request[0].equals("CONNECT");
    SocketChannel outside;
    try {
      outside = SocketChannel.open(tunnel ? target(request[1]) : target(URI.create(request[1])));
    } catch (IOException | RuntimeException e) {
      answer(inside, "502 Bad Gateway");
      return;
    }
    if (tunnel) {
      answer(inside, "200 Connection established");
    } else {
      write(outside, plain(request, head));
    }
    Pump.join(inside, outside);
  }

  /** Byte by byte: what follows the head belongs to somebody else. */
  private static String head(SocketChannel inside) throws IOException {
    StringBuilder out = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (out.length() < LONGEST_HEAD && out.indexOf(END) < 0 && inside.read(one) > 0) {
      out.append((char) (one.get(0) & 0xff));
      one.clear();
    }
    return out.toString();
  }

  private boolean isAllowed(List<String> head) {
    return head.stream()
        .map(line -> line.split(":\\s*", 2))
        .filter(pair -> pair.length == 2 && pair[0].equalsIgnoreCase("Proxy-Authorization"))
        .anyMatch(pair -> lowerScheme(pair[1]).equals(authorization));
  }

  private static String lowerScheme(String value) {
    int space = Math.max(0, value.indexOf(' '));
    return value.substring(0, space).toLowerCase(Locale.ROOT)
        + value.substring(space).stripTrailing();
  }

  private static InetSocketAddress target(String authority) {
    URI uri = URI.create("tunnel://" + authority);
    if (uri.getPort() < 0) {
      uri = URI.create("tunnel://" + authority + HTTPS_PORT);
    }
    return address(uri.getHost(), uri.getPort());
  }

  private static InetSocketAddress target(URI uri) {
    return address(uri.getHost(), uri.getPort() < 0 ? HTTP_PORT : uri.getPort());
  }

  private static InetSocketAddress address(String host, int port) {
    return new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
  }

  /** The request as the server itself wants it; one a connection, for the next may be another's. */
  private static String plain(String[] request, List<String> head) {
    URI uri = URI.create(request[1]);
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String rest =
        head.stream()
            .skip(1)
            .filter(line -> !line.matches("(?i)(proxy-.*|connection):.*") && !line.isEmpty())
            .map(line -> line + "\r\n")
            .collect(Collectors.joining());
    return "%s %s%s HTTP/1.1\r\n%sConnection: close\r\n\r\n"
        .formatted(request[0], path, query, rest);
  }

  private static void answer(SocketChannel inside, String status) throws IOException {
    write(inside, "HTTP/1.1 " + status + END);
  }

  private static void write(SocketChannel to, String text) throws IOException {
    Pump.writeAll(to, ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
