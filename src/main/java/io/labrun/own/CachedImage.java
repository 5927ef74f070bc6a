package io.labrun.own;

import java.util.List;

/**
 * An image under one of its names.
 *
 * @param reference as the engine writes it: {@code busybox:latest}
 * @param id the digest of its configuration, {@code sha256:...}
 * @param chains its layers, the lowest first, each named by the digests up to it (the chain id of
 *     the OCI image specification) in hex
 */
record CachedImage(String reference, String id, List<String> chains) {

  /** Reads what {@link #toText} wrote. */
  static CachedImage read(String text) {
    List<String> lines = text.lines().toList();
    return new CachedImage(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
  }

  /** A line for the name, one for the id, one for each layer. */
  String toText() {
    return reference + "\n" + id + "\n" + String.join("\n", chains) + "\n";
  }

  /** The name without its tag or digest. */
  String repository() {
    int at = reference.indexOf('@');
    String named = at < 0 ? reference : reference.substring(0, at);
    int colon = named.lastIndexOf(':');
    return at < 0 && colon > named.lastIndexOf('/') ? named.substring(0, colon) : named;
  }
}
