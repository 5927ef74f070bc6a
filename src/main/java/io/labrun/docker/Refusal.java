package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An engine's answer other than success, in the words of the port. */
final class Refusal {
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int LONGEST = 600;

  private Refusal() {}

  /**
   * Reads a refusal.
   *
   * @param body {@code {"message": "..."}} by the Engine API; anything from whatever sits between
   */
  static EngineException of(int status, String body) {
    String words = words(body);
    Optional<RefusalRule.Match> rule = RefusalRule.find(words);
    if (rule.isPresent()) {
      return new EngineException(rule.get().kind(), rule.get().sentence());
    }
    if (body.stripLeading().startsWith("<")) {
      return new EngineException(
          Kind.UNREACHABLE, "what answers there is no Docker engine: it sends a web page");
    }
    return new EngineException(kind(status), words.isEmpty() ? "status " + status : words);
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 400 -> Kind.BAD_REQUEST;
      case 401, 403 -> Kind.DENIED;
      case 404 -> Kind.NOT_FOUND;
      case 409 -> Kind.CONFLICT;
      case 429 -> Kind.RATE_LIMITED;
      case 501 -> Kind.UNSUPPORTED;
      case 502, 504 -> Kind.UNREACHABLE;
      default -> Kind.FAILED;
    };
  }

  /** The engine's own words, on one line. */
  static String words(String body) {
    Matcher matcher = MESSAGE.matcher(body);
    String text = matcher.find() ? unescape(matcher.group(1)) : body;
    String line = text.replaceFirst("^Error response from daemon: ", "").replaceAll("\\s+", " ");
    String bare = line.strip();
    return bare.length() > LONGEST ? bare.substring(0, LONGEST) + " ..." : bare;
  }

  private static String unescape(String json) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else {
        i = escape(json, i + 1, out);
      }
    }
    return out.toString();
  }

  private static int escape(String json, int at, StringBuilder out) {
    char c = json.charAt(at);
    if (c == 'u' && json.substring(at + 1).matches("(?s)[0-9a-fA-F]{4}.*")) {
      out.append((char) Integer.parseInt(json.substring(at + 1, at + 5), 16));
      return at + 4;
    }
    out.append(c == 'n' || c == 't' || c == 'r' ? ' ' : c);
    return at;
  }
}
