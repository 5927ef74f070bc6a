package io.labrun.cli;

import io.labrun.batch.LastTimes;
import io.labrun.event.BatchResult;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long files took in earlier batches: a file of the user's cache, with milliseconds and a whole
 * path a line, the newest last. Nothing depends on it but the order and the estimate, so that what
 * can't be read or written is done without.
 */
final class TimesFile {
  private static final int MOST = 5_000;

  private final Optional<Path> file;

  private TimesFile(Optional<Path> file) {
    this.file = file;
  }

  /** The user's file; none where neither XDG_CACHE_HOME nor HOME says where that would be. */
  static TimesFile of(Map<String, String> env) {
    return new TimesFile(
        folder(env, "XDG_CACHE_HOME")
            .or(() -> folder(env, "HOME").map(home -> home.resolve(".cache")))
            .map(cache -> cache.resolve("labrun").resolve("times")));
  }

  /** A relative path there has no meaning (XDG Base Directory Specification). */
  private static Optional<Path> folder(Map<String, String> env, String name) {
    String value = env.getOrDefault(name, "");
    return value.startsWith("/") ? Optional.of(Path.of(value)) : Optional.empty();
  }

  /** What is known. */
  LastTimes read() {
    Map<String, Duration> out = new LinkedHashMap<>();
    try {
      if (file.filter(Files::isRegularFile).isPresent()) {
        for (String line : Files.readAllLines(file.get(), StandardCharsets.UTF_8)) {
          String[] parts = line.split(" ", 2);
          if (parts.length == 2 && parts[0].matches("\\d{1,12}")) {
            out.put(parts[1], Duration.ofMillis(Long.parseLong(parts[0])));
          }
        }
      }
    } catch (IOException e) {
      return LastTimes.NONE;
    }
    return new LastTimes(out);
  }

  /**
   * Adds what a batch took to what is known by now, which other batches may have added to since.
   *
   * @param files the whole paths of the batch's files, in its order
   */
  void add(List<String> files, BatchResult batch) {
    if (file.isEmpty()) {
      return;
    }
    Path lock = file.get().resolveSibling(file.get().getFileName() + ".lock");
    try {
      Files.createDirectories(file.get().getParent());
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        write(file.get(), read().with(files, batch));
      }
    } catch (IOException e) {
      return;
    }
  }

  /** Writes as much as makes sense. */
  private static void write(Path file, LastTimes times) throws IOException {
    List<String> lines = new ArrayList<>();
    times
        .byFile()
        .forEach(
            (path, time) -> {
              if (path.indexOf('\n') < 0) {
                lines.add(time.toMillis() + " " + path);
              }
            });
    Path fresh = Files.createTempFile(file.getParent(), "times", null);
    try {
      Files.write(fresh, lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
