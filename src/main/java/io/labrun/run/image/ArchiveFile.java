package io.labrun.run.image;

import java.util.Optional;

/**
 * A file in an archive.
 *
 * @param size in bytes
 * @param sum its SHA-256 in hex
 * @param unpacked the SHA-256 of what is packed in it with gzip; empty where it is not packed so
 * @param text its text; empty where it is large or no JSON
 */
record ArchiveFile(long size, String sum, Optional<String> unpacked, Optional<String> text) {

  /** Whether it is what has this checksum, packed or not. */
  boolean has(String checksum) {
    return checksum.equals("sha256:" + sum)
        || unpacked.map(other -> checksum.equals("sha256:" + other)).orElse(false);
  }
}
