package io.labrun.run.image;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a file of an archive for its checksums: of its bytes, and of what gzip packed in it. */
final class Checksums {
  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

  private Checksums() {}

  /**
   * Reads to the end.
   *
   * @param small whether the text is kept if it is JSON
   */
  static ArchiveFile read(InputStream in, long size, boolean small) throws IOException {
    DigestInputStream whole = new DigestInputStream(in, sha256());
    PushbackInputStream content = new PushbackInputStream(whole, 2);
    byte[] first = content.readNBytes(2);
    content.unread(first);
    boolean packed = first.length == 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
    boolean json = small && first.length > 0 && "{[".indexOf(first[0]) >= 0;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Optional<String> unpacked = packed ? unpack(content) : Optional.empty();
    content.transferTo(json ? text : NOWHERE);
    return new ArchiveFile(
        size,
        hex(whole.getMessageDigest()),
        unpacked,
        json ? Optional.of(text.toString(StandardCharsets.UTF_8)) : Optional.empty());
  }

  /** Empty where what only began like a packed file is none. */
  private static Optional<String> unpack(InputStream in) throws IOException {
    DigestOutputStream content = new DigestOutputStream(NOWHERE, sha256());
    try {
      new GZIPInputStream(in, 1 << 16).transferTo(content);
      return Optional.of(hex(content.getMessageDigest()));
    } catch (ZipException | EOFException e) {
      return Optional.empty();
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
