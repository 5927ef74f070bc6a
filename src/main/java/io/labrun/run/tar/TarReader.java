package io.labrun.run.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a tar archive entry by entry (POSIX.1-2001 {@code ustar} and {@code pax}, GNU's entries for
 * long names), and looks whether it is whole.
 */
public final class TarReader {
  /** A file. */
  public static final char FILE = '0';

  /** Another name of a file that came before. */
  public static final char HARD_LINK = '1';

  /** A symbolic link. */
  public static final char LINK = '2';

  /** A folder. */
  public static final char FOLDER = '5';

  /** A file whose name and size stand elsewhere (GNU's {@code pax} attributes of sparse files). */
  private static final char SPARSE = 'S';

  private static final int BLOCK = 512;

  /** Names and attributes are a few lines; more would fill the memory. */
  private static final long MOST_ATTRIBUTES = 1 << 20;

  private final InputStream in;
  private long position;
  private long left;
  private long padding;

  /**
   * An entry.
   *
   * @param type {@link #FILE}, {@link #HARD_LINK}, {@link #LINK}, or what else the archive says
   * @param size of its content in bytes
   * @param link where a link points; empty of anything else
   */
  public record Entry(String name, char type, long size, String link) {}

  /** What was read is no header of an entry. */
  public static final class NoHeaderException extends IOException {
    private static final long serialVersionUID = 1L;

    NoHeaderException(long position) {
      super("there is no head of an entry at byte " + position);
    }
  }

  /** The archive ends before it is over. */
  public static final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOffException() {
      super("the archive breaks off");
    }
  }

  /** A reader of a stream that its owner closes. */
  public TarReader(InputStream in) {
    this.in = in;
  }

  /** How many bytes were read so far. */
  public long position() {
    return position;
  }

  /**
   * The next entry; what was not read of the one before is skipped.
   *
   * @return empty at the archive's end
   * @throws BrokenOffException if the archive breaks off
   * @throws NoHeaderException if it is damaged, or no tar archive
   */
  public Optional<Entry> next() throws IOException {
    Map<String, String> attributes = new HashMap<>();
    while (true) {
      finish();
      byte[] block = block();
      if (isEmpty(block)) {
        return Optional.empty();
      }
      char type = type(block);
      left = size(block, attributes);
      padding = (BLOCK - left % BLOCK) % BLOCK;
      switch (type) {
        case 'x' -> attributes.putAll(attributes(small()));
        case 'g' -> small();
        case 'L' -> attributes.put("path", trimmed(small()));
        case 'K' -> attributes.put("linkpath", trimmed(small()));
        default -> {
          return Optional.of(entry(block, type, attributes));
        }
      }
    }
  }

  /**
   * The content of the entry; to be read before the next one is asked for.
   *
   * @return fails with a {@link BrokenOffException} if the archive breaks off
   */
  public InputStream content() {
    return new Content();
  }

  /** What is left of the content of the entry. */
  private final class Content extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      if (left == 0 || length == 0) {
        return left == 0 ? -1 : 0;
      }
      int read = in.read(to, from, (int) Math.min(left, length));
      if (read < 0) {
        throw new BrokenOffException();
      }
      left -= read;
      position += read;
      return read;
    }
  }

  private void finish() throws IOException {
    content().transferTo(OutputStream.nullOutputStream());
    if (in.readNBytes((int) padding).length < padding) {
      throw new BrokenOffException();
    }
    position += padding;
    padding = 0;
  }

  private byte[] block() throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new BrokenOffException();
    }
    if (!isEmpty(block) && sum(block) != number(block, 148, 8)) {
      throw new NoHeaderException(position);
    }
    position += BLOCK;
    return block;
  }

  /** Old archives write nothing for a file. */
  private static char type(byte[] block) {
    char type = (char) block[156];
    return type == 0 ? FILE : type;
  }

  private byte[] small() throws IOException {
    if (left > MOST_ATTRIBUTES) {
      throw new NoHeaderException(position);
    }
    byte[] bytes = in.readNBytes((int) left);
    if (bytes.length < left) {
      throw new BrokenOffException();
    }
    position += left;
    left = 0;
    return bytes;
  }

  private Entry entry(byte[] block, char type, Map<String, String> attributes) {
    String prefix = text(block, 345, 155);
    boolean posix = text(block, 257, 6).equals("ustar");
    String name = text(block, 0, 100);
    String whole = posix && !prefix.isEmpty() ? prefix + "/" + name : name;
    boolean sparse = attributes.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
    return new Entry(
        attributes.getOrDefault("path", whole),
        sparse ? SPARSE : type,
        left,
        attributes.getOrDefault("linkpath", text(block, 157, 100)));
  }

  private long size(byte[] block, Map<String, String> attributes) throws IOException {
    String written = attributes.get("size");
    long size =
        written == null || !written.matches("\\d{1,18}")
            ? number(block, 124, 12)
            : Long.parseLong(written);
    if (size < 0) {
      throw new NoHeaderException(position);
    }
    return size;
  }

  /** Octal digits; or, where the first bit is set, a binary number (GNU). -1 if it is neither. */
  private static long number(byte[] block, int from, int length) {
    if (block[from] < 0) {
      long number = block[from] & 0x7f;
      for (int i = from + 1; i < from + length; i++) {
        number = number << 8 | block[i] & 0xff;
      }
      return number;
    }
    String digits = text(block, from, length).strip();
    return digits.isEmpty() ? 0 : digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
  }

  /** The sum of a header's bytes, those of the sum itself taken as blanks. */
  private static long sum(byte[] block) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
    }
    return sum;
  }

  private static boolean isEmpty(byte[] block) {
    for (byte one : block) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] block, int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  private static String trimmed(byte[] bytes) {
    return text(bytes, 0, bytes.length);
  }

  /** Lines such as {@code 14 path=a/long/name}, whose length stands first. */
  private Map<String, String> attributes(byte[] bytes) throws IOException {
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
        throw new NoHeaderException(position);
      }
      String pair = new String(bytes, blank + 1, from + length - blank - 2, StandardCharsets.UTF_8);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        out.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
      from += length;
    }
    return out;
  }
}
