package io.labrun.docker;

import io.labrun.run.engine.FileEntry;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The first entry of a tar archive (POSIX.1-2001, {@code pax} interchange format).
 *
 * @param owner {@code uid:gid}
 * @param link where a link points; empty of anything else
 * @param size of what follows, in bytes
 */
record TarHead(String owner, String link, long size) {
  private static final int BLOCK = 512;

  /** Attributes are a few lines; more would fill the memory. */
  private static final long MOST_ATTRIBUTES = 1 << 20;

  /** Reads up to where the entry's content begins; empty if the archive has no entry. */
  static Optional<TarHead> read(InputStream in) throws IOException {
    Map<String, String> attributes = new HashMap<>();
    byte[] block = in.readNBytes(BLOCK);
    while (block.length == BLOCK && block[156] == 'x') {
      long size = octal(block, 124, 12);
      if (size > MOST_ATTRIBUTES) {
        throw new EOFException("the archive is broken");
      }
      attributes.putAll(attributes(in.readNBytes((int) size)));
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      block = in.readNBytes(BLOCK);
    }
    return block.length < BLOCK || block[0] == 0
        ? Optional.empty()
        : Optional.of(of(block, attributes));
  }

  private static TarHead of(byte[] block, Map<String, String> attributes) {
    long uid = number(attributes.get("uid"), block, 108, 8);
    long gid = number(attributes.get("gid"), block, 116, 8);
    String link = attributes.getOrDefault("linkpath", text(block, 157, 100));
    return new TarHead(uid + ":" + gid, link, number(attributes.get("size"), block, 124, 12));
  }

  private static long number(String attribute, byte[] block, int from, int length) {
    return attribute == null ? octal(block, from, length) : Long.parseLong(attribute);
  }

  private static long octal(byte[] block, int from, int length) {
    String digits = text(block, from, length).strip();
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private static String text(byte[] block, int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  /** Lines such as {@code 14 uid=3000000}, whose length stands first. */
  private static Map<String, String> attributes(byte[] bytes) {
    Map<String, String> out = new HashMap<>();
    int from = 0;
    while (from < bytes.length) {
      String line = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
      int length = Integer.parseInt(line.substring(0, line.indexOf(' ')));
      String record = new String(bytes, from, length - 1, StandardCharsets.UTF_8);
      String[] pair = record.substring(record.indexOf(' ') + 1).split("=", 2);
      out.put(pair[0], pair[1]);
      from += length;
    }
    return out;
  }

  /** Reads the entry's content, to its end for the checksum. */
  FileEntry.Content content(InputStream in) throws IOException {
    CappedText text = new CappedText();
    MessageDigest digest = sha256();
    byte[] buffer = new byte[64 * 1024];
    long left = size;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException("the archive broke off");
      }
      text.write(buffer, 0, read);
      digest.update(buffer, 0, read);
      left -= read;
    }
    return new FileEntry.Content(
        text.text(), text.truncated(), HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
