package io.labrun.run.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
      TarHeader header = header();
      if (header.isEnd()) {
        return Optional.empty();
      }
      left = size(header, attributes);
      padding = (TarHeader.SIZE - left % TarHeader.SIZE) % TarHeader.SIZE;
      switch (header.type()) {
        case 'x' -> attributes.putAll(attributes());
        case 'g' -> small();
        case 'L' -> attributes.put("path", text(small()));
        case 'K' -> attributes.put("linkpath", text(small()));
        default -> {
          return Optional.of(entry(header, attributes));
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

  private TarHeader header() throws IOException {
    byte[] block = in.readNBytes(TarHeader.SIZE);
    if (block.length < TarHeader.SIZE) {
      throw new BrokenOffException();
    }
    TarHeader header = new TarHeader(block);
    if (!header.isEnd() && !header.isSound()) {
      throw new NoHeaderException(position);
    }
    position += TarHeader.SIZE;
    return header;
  }

  private Map<String, String> attributes() throws IOException {
    Optional<Map<String, String>> read = PaxAttributes.read(small());
    if (read.isEmpty()) {
      throw new NoHeaderException(position);
    }
    return read.get();
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

  private static String text(byte[] bytes) {
    return TarHeader.text(bytes, 0, bytes.length);
  }

  private Entry entry(TarHeader header, Map<String, String> attributes) {
    boolean sparse = attributes.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
    return new Entry(
        attributes.getOrDefault("path", header.name()),
        sparse ? SPARSE : header.type(),
        left,
        attributes.getOrDefault("linkpath", header.link()));
  }

  private long size(TarHeader header, Map<String, String> attributes) throws IOException {
    String written = attributes.get("size");
    long size =
        written == null || !written.matches("\\d{1,18}") ? header.size() : Long.parseLong(written);
    if (size < 0) {
      throw new NoHeaderException(position);
    }
    return size;
  }
}
