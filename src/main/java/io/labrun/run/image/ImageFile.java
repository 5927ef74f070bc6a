package io.labrun.run.image;

import io.labrun.run.engine.Engine;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file with images, as {@code docker save} writes it; {@code docker load} reads it too.
 *
 * @param path where it is
 */
public record ImageFile(Path path) {
  private static final int BUFFER = 1 << 18;

  /**
   * Checks it and says what is in it; also where it is packed with gzip.
   *
   * @param progress told how many bytes of the file were read
   * @throws BadArchiveException if it is no archive of images, or not as it was made
   * @throws IOException if it can't be read
   */
  public ImageArchive check(LongConsumer progress) throws IOException, BadArchiveException {
    try (InputStream file = open(progress)) {
      PushbackInputStream in = new PushbackInputStream(file, 2);
      byte[] first = in.readNBytes(2);
      in.unread(first);
      boolean packed = first.length == 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
      return ImageArchive.read(packed ? new GZIPInputStream(in, BUFFER) : in);
    } catch (EOFException e) {
      throw new BadArchiveException("is not whole: it breaks off in what gzip packed");
    } catch (ZipException e) {
      throw new BadArchiveException("is damaged: gzip can't unpack it: " + e.getMessage());
    }
  }

  /**
   * Gives an engine all of its images.
   *
   * @param progress told how many bytes the engine took
   */
  public void load(Engine engine, LongConsumer progress) throws IOException {
    try (InputStream in = open(progress)) {
      engine.loadImages(in);
    }
  }

  /**
   * Writes images of an engine into it, under another name beside it until it is whole; what breaks
   * off leaves nothing, and what was there before stays until then.
   *
   * @param progress told how many bytes were written
   * @throws BadArchiveException if what the engine gave is not whole
   * @throws IOException if it can't be written, or the engine can't be read
   */
  public ImageArchive save(Engine engine, List<String> references, LongConsumer progress)
      throws IOException, BadArchiveException {
    Path whole = path.toAbsolutePath();
    String hidden = ".%s.%d.part".formatted(whole.getFileName(), ProcessHandle.current().pid());
    Path part = whole.resolveSibling(hidden);
    Thread atExit = new Thread(part.toFile()::delete, "labrun-part");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      ImageArchive saved;
      try (InputStream tar = engine.saveImages(references);
          OutputStream out = Files.newOutputStream(part)) {
        InputStream copied = new TappedStream(new BufferedInputStream(tar, BUFFER), out::write);
        saved = ImageArchive.read(counted(copied, progress));
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
      return saved;
    } finally {
      Files.deleteIfExists(part);
      forget(atExit);
    }
  }

  private static void forget(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has nothing left to do.
    }
  }

  private InputStream open(LongConsumer progress) throws IOException {
    return counted(new BufferedInputStream(Files.newInputStream(path), BUFFER), progress);
  }

  private static InputStream counted(InputStream in, LongConsumer progress) {
    long[] count = {0};
    return new TappedStream(in, (bytes, from, length) -> progress.accept(count[0] += length));
  }
}
