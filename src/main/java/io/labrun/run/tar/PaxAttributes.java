package io.labrun.run.tar;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads attributes of an entry: lines such as {@code 14 path=a/long/name}, their length first. */
final class PaxAttributes {
  private PaxAttributes() {}

  /** The attributes by name; empty if it is none that stand there. */
  static Optional<Map<String, String>> read(byte[] bytes) {
    Map<String, String> out = new HashMap<>();
    int from = 0;
    while (from < bytes.length) {
      int blank = from;
      while (blank < bytes.length && bytes[blank] != ' ') {
        blank++;
      }
      String digits = new String(bytes, from, blank - from, StandardCharsets.UTF_8);
      int length = digits.matches("\\d{1,7}") ? Integer.parseInt(digits) : 0;
      if (length <= blank - from + 1 || from + length > bytes.length) {
        return Optional.empty();
      }
      String pair = new String(bytes, blank + 1, from + length - blank - 2, StandardCharsets.UTF_8);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        out.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
      from += length;
    }
    return Optional.of(out);
  }
}
