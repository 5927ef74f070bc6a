package io.labrun.docker;

import io.labrun.testbed.Gzip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An image registry on loopback, where engines accept plain HTTP (Docker Registry HTTP API V2): one
 * image {@code app:1}, and refusals of every kind under other names.
 */
public final class StubRegistry implements AutoCloseable {
  private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  private static final String LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

  private final ServerSocket server;
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final String manifest;

  /** Whether everything needs a login. */
  volatile boolean locked;

  /**
   * How many requests for manifests are still refused with "too many requests"; a pull makes two.
   */
  public final AtomicInteger refusals = new AtomicInteger();

  /** How many layers still break off in the middle. */
  public final AtomicInteger breaks = new AtomicInteger();

  /** How many requests came. */
  public final AtomicInteger requests = new AtomicInteger();

  /** The login that was last given. */
  volatile Optional<String> authorization = Optional.empty();

  /** A registry whose image has so many layers, always the same. */
  public StubRegistry(int layers) throws IOException {
    this(layers, 2_000_000);
  }

  /** The same with layers of so many bytes; others where it is another number. */
  public StubRegistry(int layers, int bytes) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    manifest = image(layers, bytes);
    daemon(this::serve);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "registry");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> converse(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  /**
   * One request; the engine first tries TLS, whose first byte is 22, and must not be kept waiting.
   */
  private void converse(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      int first = in.read();
      StringBuilder head = new StringBuilder().append((char) first);
      while (first != 22 && head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      requests.incrementAndGet();
      if (first != 22) {
        byte[] answer = answer(head.toString());
        boolean broken = head.indexOf("/blobs/") > 0 && answer.length > 100_000 && takes(breaks);
        socket.getOutputStream().write(answer, 0, broken ? answer.length / 2 : answer.length);
      }
    } catch (IOException e) {
      // The engine went away.
    }
  }

  /** The reference of an image here. */
  public String image(String nameAndTag) {
    return image("127.0.0.1", nameAndTag);
  }

  /** An image's reference under another name of this machine. */
  public String image(String host, String nameAndTag) {
    return host + ":" + server.getLocalPort() + "/" + nameAndTag;
  }

  private String image(int layers, int bytes) throws IOException {
    StringBuilder list = new StringBuilder();
    StringBuilder diffs = new StringBuilder();
    for (int i = 0; i < layers; i++) {
      byte[] tar = tar("file" + i, bytes + i);
      byte[] blob = Gzip.of(tar);
      list.append(i == 0 ? "" : ",").append(descriptor(blob, "layer", "tar.gzip"));
      diffs.append(i == 0 ? "" : ",").append('"').append(digest(tar)).append('"');
    }
    String config =
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\","
            + "\"diff_ids\":["
            + diffs
            + "]}}";
    return "{\"schemaVersion\":2,\"mediaType\":\""
        + MANIFEST
        + "\",\"config\":"
        + descriptor(config.getBytes(StandardCharsets.UTF_8), "container.image", "json")
        + ",\"layers\":["
        + list
        + "]}";
  }

  private String descriptor(byte[] blob, String what, String form) {
    blobs.put(digest(blob), blob);
    String type =
        what.equals("layer")
            ? "application/vnd.docker.image.rootfs.diff." + form
            : "application/vnd.docker.container.image.v1+json";
    return "{\"mediaType\":\""
        + type
        + "\",\"size\":"
        + blob.length
        + ",\"digest\":\""
        + digest(blob)
        + "\"}";
  }

  private byte[] answer(String head) {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("authorization: ")) {
        authorization = Optional.of(line.substring("authorization: ".length()));
      }
    }
    String[] request = head.split(" ", 3);
    byte[] full = answerTo(request[1], head.contains("\nAuthorization"));
    if (!request[0].equals("HEAD")) {
      return full;
    }
    String text = new String(full, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether one of so many is left, which is then taken. */
  private static boolean takes(AtomicInteger left) {
    return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
  }

  private byte[] answerTo(String asked, boolean loggedIn) {
    String path = asked.replaceFirst("^/v2/labrun-test/", "/v2/");
    if (locked && !loggedIn || path.startsWith("/v2/secret/")) {
      return error("401 Unauthorized", "UNAUTHORIZED", "authentication required");
    } else if (path.equals("/v2/")) {
      return reply("200 OK", "application/json", "{}");
    } else if (path.startsWith("/v2/app/blobs/")) {
      byte[] blob = blobs.get(path.substring("/v2/app/blobs/".length()));
      return reply("200 OK", "application/octet-stream", blob);
    } else if (path.equals("/v2/app/manifests/nope") || path.startsWith("/v2/nothing/")) {
      return error("404 Not Found", "MANIFEST_UNKNOWN", "manifest unknown");
    } else if (path.startsWith("/v2/busy/") || path.contains("/manifests/") && takes(refusals)) {
      return error(
          "429 Too Many Requests", "TOOMANYREQUESTS", "You have reached your pull rate limit.");
    } else if (path.startsWith("/v2/foreign/")) {
      return reply("200 OK", LIST, foreign());
    } else if (path.contains("/manifests/")) {
      return reply("200 OK", MANIFEST, manifest);
    }
    return error("404 Not Found", "BLOB_UNKNOWN", "blob unknown to registry");
  }

  private static String foreign() {
    return "{\"schemaVersion\":2,\"mediaType\":\""
        + LIST
        + "\",\"manifests\":[{\"mediaType\":\""
        + MANIFEST
        + "\",\"size\":7,\"digest\":\"sha256:"
        + "0".repeat(64)
        + "\",\"platform\":{\"architecture\":\"s390x\",\"os\":\"linux\"}}]}";
  }

  private static byte[] error(String status, String code, String message) {
    String body = "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
    return reply(status, "application/json", body);
  }

  private static byte[] reply(String status, String type, String body) {
    return reply(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] reply(String status, String type, byte[] body) {
    String head =
        ("HTTP/1.1 " + status + "\r\n")
            + "Docker-Distribution-Api-Version: registry/2.0\r\n"
            + "WWW-Authenticate: Basic realm=\"stub\"\r\n"
            + ("Content-Type: " + type + "\r\n")
            + ("Content-Length: " + body.length + "\r\n")
            + ("Docker-Content-Digest: " + digest(body) + "\r\n")
            + "Connection: close\r\n\r\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    return out.toByteArray();
  }

  /** A tar archive of one file of noise (POSIX ustar). */
  static byte[] tar(String name, int size) {
    byte[] content = new byte[size];
    new Random(size).nextBytes(content);
    return tar(name, content);
  }

  static byte[] tar(String name, byte[] content) {
    byte[] head = new byte[512];
    put(head, 0, name);
    put(head, 100, "0000644");
    put(head, 108, "0000000");
    put(head, 116, "0000000");
    put(head, 124, String.format("%011o", content.length));
    put(head, 136, "00000000000");
    put(head, 148, "        ");
    put(head, 156, "0");
    put(head, 257, "ustar");
    put(head, 263, "00");
    int sum = 0;
    for (byte b : head) {
      sum += b & 0xff;
    }
    put(head, 148, String.format("%06o\0 ", sum));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head);
    out.writeBytes(content);
    out.writeBytes(new byte[(512 - content.length % 512) % 512 + 1024]);
    return out.toByteArray();
  }

  private static void put(byte[] head, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, head, at, bytes.length);
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
