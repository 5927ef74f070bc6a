package io.labrun.report.html;

import io.labrun.report.graph.SvgPicture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page's own style and script, and the policy that lets nothing but them have an effect. */
final class Assets {
  /** An empty picture, so that no browser asks a server for one. */
  static final String ICON = "data:,";

  private Assets() {}

  /** The style sheet, that of pictures before the page's own, which fits their colours to it. */
  static String style() {
    return SvgPicture.style() + read("report.css");
  }

  /** The script; the page is whole without it. */
  static String script() {
    return read("report.js");
  }

  /**
   * The page's Content Security Policy (Level 3): nothing is fetched, and nothing but its own style
   * and script is run.
   */
  static String policy(String style, String script) {
    return "default-src 'none'; style-src '"
        + hash(style)
        + "'; script-src '"
        + hash(script)
        + "'; img-src data:; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256-" + Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/report/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
