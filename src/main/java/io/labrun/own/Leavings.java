package io.labrun.own;

import io.labrun.machine.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is left of private engines whose labrun and keeper were killed. */
public final class Leavings {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A folder without an owner is that young only while it is being made. */
  private static final Duration BEING_MADE = Duration.ofMinutes(1);

  private final Machine machine;
  private final Path cache;

  /**
   * Looks for them.
   *
   * @param cache where private engines have their folders
   */
  public Leavings(Machine machine, Path cache) {
    this.machine = machine;
    this.cache = cache;
  }

  /**
   * Removes the processes, groups of processes and folders of engines that nobody needs any more.
   *
   * @param isAlive whether the process that an owner's label names still runs
   * @return the names of the engines that are gone now
   * @throws PrivateEngineException if something of one can't be removed
   */
  public List<String> remove(Predicate<String> isAlive) {
    List<String> removed = new ArrayList<>();
    try {
      for (EngineFolder folder : EngineFolder.all(cache)) {
        if (folder.owner().map(isAlive.negate()::test).orElseGet(() -> isOld(folder))) {
          remove(folder);
          removed.add(folder.name());
        }
      }
      if (Files.isDirectory(images())) {
        new ImageCache(images()).tidy(this::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return removed;
  }

  private Path images() {
    return cache.resolve("images");
  }

  /** A program does it: it can also name files whose names this Java's character set cannot. */
  private void delete(Path path) {
    run(List.of("rm", "-rf", "--one-file-system", "--", path.toString()));
  }

  private static boolean isOld(EngineFolder folder) {
    try {
      Instant made = Files.getLastModifiedTime(folder.path()).toInstant();
      return made.plus(BEING_MADE).isBefore(Instant.now());
    } catch (IOException e) {
      return false;
    }
  }

  /** Removes all of one engine, whether it runs or not. */
  void remove(EngineFolder folder) throws InterruptedException {
    Processes.kill(folder.name());
    groups(folder.name())
        .forEach(
            group ->
                run(
                    List.of(
                        "find", "" + group, "-depth", "-type", "d", "-exec", "rmdir", "{}", "+")));
    groups(folder.name())
        .findFirst()
        .ifPresent(
            group -> {
              throw PrivateEngineException.left(
                  "a group of processes of a private engine can't be removed: " + group);
            });
    // Last, for without its folder nobody would find the rest again.
    delete(folder.path());
    if (Files.exists(folder.path())) {
      throw PrivateEngineException.left(
          "the folder of a private engine can't be removed: " + folder.path());
    }
  }

  private void run(List<String> command) {
    machine.run(PATIENCE, Path.of("/"), command);
  }

  private static Stream<Path> groups(String engine) {
    String name = "labrun-" + engine;
    try (Stream<Path> controllers = Files.list(GROUPS)) {
      return Stream.concat(
          Stream.of(GROUPS.resolve(name)), controllers.map(folder -> folder.resolve(name)))
          .filter(Files::isDirectory)
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
