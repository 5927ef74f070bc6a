package io.labrun.own;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Digests as images are named by. */
final class Digests {
  private static final String SHA_256 = "sha256:";

  private Digests() {}

  /** The SHA-256 of a text, in hex. */
  static String of(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A digest without the word before it. */
  static String hex(String digest) {
    return digest.substring(digest.indexOf(':') + 1);
  }

  /**
   * The chain ids of layers, in hex (OCI image specification, "Layer ChainID").
   *
   * @param diffIds the layers' own digests, the lowest first
   */
  static List<String> chains(List<String> diffIds) {
    List<String> out = new ArrayList<>();
    for (String diffId : diffIds) {
      out.add(out.isEmpty() ? hex(diffId) : of(SHA_256 + out.get(out.size() - 1) + " " + diffId));
    }
    return out;
  }
}
