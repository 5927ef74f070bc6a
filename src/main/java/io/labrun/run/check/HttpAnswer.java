package io.labrun.run.check;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer to one request (RFC 9112).
 *
 * @param status the status code
 * @param headers by name in lower case; asked without regard to case
 * @param body its text
 * @param endsWithConnection whether only the end of the connection says where the body ends
 */
record HttpAnswer(
    int status, Map<String, String> headers, String body, boolean endsWithConnection) {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\\s;\"]+)");

  /** Bytes are no HTTP, or broke off before their end. */
  static final class UnsoundException extends Exception {
    private static final long serialVersionUID = 1L;

    UnsoundException(String message) {
      super(message);
    }
  }

  /**
   * Reads all that a server sent.
   *
   * @param toHead whether the request was a HEAD, to which no body belongs
   */
  static HttpAnswer parse(byte[] bytes, boolean toHead) throws UnsoundException {
    byte[] rest = bytes;
    while (true) {
      int end = endOfHead(rest);
      List<String> head = lines(rest, end);
      Matcher first = STATUS.matcher(head.get(0));
      if (!first.matches()) {
        throw new UnsoundException("what answers there does not speak HTTP");
      }
      int status = Integer.parseInt(first.group(1));
      rest = Arrays.copyOfRange(rest, end, rest.length);
      // An interim answer: the real one follows (RFC 9110, 15.2).
      if (status >= 200) {
        return whole(status, headers(head.subList(1, head.size())), rest, toHead);
      }
    }
  }

  private static HttpAnswer whole(
      int status, Map<String, String> headers, byte[] rest, boolean toHead)
      throws UnsoundException {
    boolean bare = toHead || status == 204 || status == 304;
    boolean chunked =
        headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked");
    Optional<Integer> length =
        Optional.ofNullable(headers.get("content-length"))
            .filter(text -> text.matches("\\d{1,9}"))
            .map(Integer::parseInt);
    byte[] body = bare ? new byte[0] : chunked ? chunks(rest) : cut(rest, length);
    boolean open = !bare && !chunked && length.isEmpty();
    return new HttpAnswer(status, headers, new String(body, charset(headers)), open);
  }

  private static int endOfHead(byte[] bytes) throws UnsoundException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher end = Pattern.compile("\r?\n\r?\n").matcher(text);
    if (!end.find()) {
      boolean http = text.startsWith("HTTP/");
      throw new UnsoundException(
          http ? "the answer broke off in its head" : "what answers there does not speak HTTP");
    }
    return end.end();
  }

  private static List<String> lines(byte[] bytes, int end) {
    return new String(bytes, 0, end, StandardCharsets.ISO_8859_1).lines().toList();
  }

  private static Map<String, String> headers(List<String> lines) {
    Map<String, String> out = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        out.merge(name, line.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
      }
    }
    return out;
  }

  private static byte[] cut(byte[] rest, Optional<Integer> length) throws UnsoundException {
    if (length.isPresent() && rest.length < length.get()) {
      throw new UnsoundException(
          "the answer broke off: %d of %d bytes came".formatted(rest.length, length.get()));
    }
    return length.map(size -> Arrays.copyOf(rest, size)).orElse(rest);
  }

  private static byte[] chunks(byte[] rest) throws UnsoundException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int lineEnd = at;
      while (lineEnd < rest.length && rest[lineEnd] != '\n') {
        lineEnd++;
      }
      String size =
          new String(rest, at, lineEnd - at, StandardCharsets.ISO_8859_1)
              .replaceFirst(";.*", "")
              .strip();
      if (lineEnd >= rest.length || !size.matches("[0-9a-fA-F]{1,7}")) {
        throw new UnsoundException("the answer broke off between its chunks");
      }
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        return out.toByteArray();
      }
      if (lineEnd + 1 + length > rest.length) {
        throw new UnsoundException("the answer broke off in a chunk");
      }
      out.write(rest, lineEnd + 1, length);
      at = lineEnd + 1 + length;
      at = Math.min(rest.length, at < rest.length && rest[at] == '\r' ? at + 2 : at + 1);
    }
  }

  private static Charset charset(Map<String, String> headers) {
    Matcher named = CHARSET.matcher(headers.getOrDefault("content-type", ""));
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
