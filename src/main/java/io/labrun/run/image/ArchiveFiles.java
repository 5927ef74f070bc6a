package io.labrun.run.image;

import io.labrun.run.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is in an archive of images: the checksum of each file, and the text of the small ones. */
final class ArchiveFiles {
  /** A configuration has some kilobytes. */
  private static final int MOST_TEXT = 4 << 20;

  private static final int MOST_TEXTS = 64 << 20;

  private final Map<String, ArchiveFile> files = new HashMap<>();
  private final Map<String, String> links = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private int kept;

  private ArchiveFiles() {}

  /**
   * Reads an archive to its end.
   *
   * @throws BadArchiveException if it is none, breaks off or is damaged
   * @throws IOException if it can't be read
   */
  static ArchiveFiles read(InputStream in) throws IOException, BadArchiveException {
    ArchiveFiles out = new ArchiveFiles();
    TarReader tar = new TarReader(in);
    String name = "";
    try {
      for (Optional<TarReader.Entry> next = tar.next(); next.isPresent(); next = tar.next()) {
        name = clean(next.get().name());
        out.add(name, next.get(), tar);
      }
      in.transferTo(OutputStream.nullOutputStream());
      return out;
    } catch (TarReader.NoHeaderException e) {
      throw new BadArchiveException(
          name.isEmpty()
              ? "is no archive of images: it is no tar file"
              : "is damaged: " + e.getMessage() + ", after " + name);
    } catch (InvalidPathException e) {
      throw new BadArchiveException("is damaged: a file in it has a name that no file can have");
    } catch (TarReader.BrokenOffException e) {
      throw new BadArchiveException(
          tar.position() == 0
              ? "is no archive of images: it is no tar file"
              : "is not whole: it breaks off after " + bytes(tar.position()) + where(name));
    }
  }

  private static String where(String name) {
    return name.isEmpty() ? "" : ", in or after " + name;
  }

  /** As the report shows them. */
  static String bytes(long bytes) {
    return bytes < 1_000_000 ? bytes + " bytes" : "%d MB".formatted(bytes / 1_000_000);
  }

  /** The way to it from the archive's top, as the engine goes it. */
  private static String clean(String name) {
    return Path.of("/").resolve(name).normalize().toString().substring(1);
  }

  /** The engine would take the last of several of one name; what is checked is all that it gets. */
  private void add(String name, TarReader.Entry entry, TarReader tar)
      throws IOException, BadArchiveException {
    if (entry.type() != TarReader.FOLDER && !names.add(name)) {
      throw new BadArchiveException("is damaged: " + name + " is in it twice");
    }
    switch (entry.type()) {
      case TarReader.FILE -> {
        boolean small = entry.size() <= MOST_TEXT && kept + entry.size() <= MOST_TEXTS;
        ArchiveFile file = Checksums.read(tar.content(), entry.size(), small);
        kept += file.text().map(String::length).orElse(0);
        files.put(name, file);
      }
      case TarReader.HARD_LINK -> links.put(name, clean(entry.link()));
      case TarReader.LINK -> links.put(name, beside(name, entry.link()));
      case TarReader.FOLDER -> {
        // It holds nothing by itself.
      }
      default ->
          throw new BadArchiveException(
              "is damaged: " + name + " is neither a file nor a folder nor a link");
    }
  }

  private static String beside(String name, String link) {
    return clean(Path.of("/", name).resolveSibling(link).toString());
  }

  /** A file, also by a link: docker writes a layer that images share once. */
  Optional<ArchiveFile> find(String name) {
    String at = clean(name);
    for (int i = 0; i < 8 && links.containsKey(at); i++) {
      at = links.get(at);
    }
    return Optional.ofNullable(files.get(at));
  }
}
