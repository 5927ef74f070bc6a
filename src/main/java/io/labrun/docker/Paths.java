package io.labrun.docker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Puts names into request paths. */
final class Paths {
  private Paths() {}

  /** A name as one segment of a path or one value of a query. */
  static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An image's reference, whose slashes stay (Engine API, {@code /images/{name}/json}). */
  static String reference(String name) {
    return segment(name).replace("%2F", "/");
  }
}
