package io.labrun.cli;

import io.labrun.files.RealPath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders that the user trusts: a file of their configuration with one whole path a line; lines
 * that begin with {@code #} are theirs.
 *
 * <p>It is read as a whole or not at all: of a file that is not understood nothing is trusted.
 */
final class TrustFile {
  private static final String HEAD =
      "# Scenarios in these folders and below get all the grants that they ask for: labrun trust";

  private static final String HELP = "Until it is put right, no folder is trusted.";

  private final Path file;

  private TrustFile(Path file) {
    this.file = file;
  }

  /** The user's file; empty where neither XDG_CONFIG_HOME nor HOME says where that would be. */
  static Optional<TrustFile> of(Map<String, String> env) {
    return folder(env, "XDG_CONFIG_HOME")
        .or(() -> folder(env, "HOME").map(home -> home.resolve(".config")))
        .map(config -> new TrustFile(config.resolve("labrun").resolve("trusted-folders")));
  }

  /** A relative path there has no meaning (XDG Base Directory Specification). */
  private static Optional<Path> folder(Map<String, String> env, String name) {
    String value = env.getOrDefault(name, "");
    return value.startsWith("/") ? Optional.of(Path.of(value)) : Optional.empty();
  }

  /**
   * The trusted folders; none where there is no such file.
   *
   * @throws UseException if the file cannot be read or understood
   */
  List<Path> folders() {
    List<Path> out = new ArrayList<>();
    int number = 0;
    for (String line : lines()) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        out.add(folder(text, number));
      }
    }
    return out;
  }

  private List<String> lines() {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new IOException("neither a file nor a link to one");
      }
      return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    } catch (IOException e) {
      throw new UseException("the list of trusted folders `" + file + "` cannot be read", HELP);
    }
  }

  private Path folder(String text, int number) {
    try {
      if (text.startsWith("/")) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      throw new UseException(file + ":" + number + " is no path", HELP);
    }
    throw new UseException(file + ":" + number + ": `" + text + "` is not a whole path", HELP);
  }

  /**
   * Whether a file, links followed, lies in a trusted folder or below; what comes on standard input
   * lies nowhere.
   */
  boolean isTrusted(Path scenario) {
    if (scenario.equals(Found.INPUT)) {
      return false;
    }
    Path real = RealPath.of(scenario);
    return folders().stream().anyMatch(real::startsWith);
  }

  /** Adds a folder, once. */
  void add(Path folder) {
    alone(
        () -> {
          List<Path> all = folders();
          if (!all.contains(folder)) {
            List<String> lines = new ArrayList<>(all.isEmpty() ? List.of(HEAD) : lines());
            lines.add(folder.toString());
            write(lines);
          }
        });
  }

  /** Takes a folder away; whether it was there. */
  boolean remove(Path folder) {
    if (!folders().contains(folder)) {
      return false;
    }
    alone(
        () ->
            write(
                lines().stream().filter(line -> !line.strip().equals(folder.toString())).toList()));
    return true;
  }

  /** Changes the file while no other labrun does: of two changes the later would undo the first. */
  private void alone(Runnable change) {
    try {
      Files.createDirectories(file.getParent());
      Path lock = file.resolveSibling(file.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        change.run();
      }
    } catch (IOException e) {
      throw new UseException("the list of trusted folders `" + file + "` cannot be written");
    }
  }

  private void write(List<String> lines) {
    try {
      Path fresh = Files.createTempFile(file.getParent(), "trusted", null);
      Files.write(fresh, lines, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UseException("the list of trusted folders `" + file + "` cannot be written");
    }
  }
}
