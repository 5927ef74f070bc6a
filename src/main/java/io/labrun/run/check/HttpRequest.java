package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.spec.View;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request (RFC 9112).
 *
 * @param url where to
 * @param method in capital letters
 * @param headers the author's, by name
 * @param body empty for none
 */
record HttpRequest(Url url, String method, Map<String, String> headers, Optional<String> body) {

  static HttpRequest read(View view) {
    return new HttpRequest(
        Url.parse(view.text("url").orElseThrow()),
        view.text("method").orElse("GET"),
        view.pairs("headers"),
        view.text("body"));
  }

  /** The bytes that go over the wire; the author's headers replace ours. */
  byte[] bytes() {
    byte[] content = body.orElse("").getBytes(StandardCharsets.UTF_8);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", url.authority());
    all.put("User-Agent", "labrun");
    all.put("Accept", "*/*");
    all.put("Connection", "close");
    if (body.isPresent()) {
      all.put("Content-Length", Integer.toString(content.length));
    }
    Map<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given.putAll(headers);
    all.keySet().removeIf(given::containsKey);
    all.putAll(headers);
    StringBuilder head = new StringBuilder(method + " " + url.path() + " HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(line(name, value)));
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    byte[] out = Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, out, start.length, content.length);
    return out;
  }

  private static String line(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || value.matches("(?s).*[\r\n\0].*")) {
      throw ProblemException.lasting(Problem.of("`" + name + "` is no header that can be sent"));
    }
    return name + ": " + value + "\r\n";
  }
}
