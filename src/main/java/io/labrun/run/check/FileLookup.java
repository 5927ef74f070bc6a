package io.labrun.run.check;

import io.labrun.run.engine.FileEntry;
import io.labrun.run.engine.FileEntry.Type;
import io.labrun.run.lab.ContainerState;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a file in a container, folder by folder: a folder on the way may be a symbolic link
 * into a place where the engine can't look, and the engine would not say so.
 */
final class FileLookup {
  private final CheckContext context;
  private final String key;
  private final String id;
  private final BlindSpots blind;

  FileLookup(CheckContext context, String key) {
    this.context = context;
    this.key = key;
    this.id = context.lab().containers().get(key);
    this.blind = BlindSpots.of(ContainerState.of(context.lab(), key).tree());
  }

  /**
   * What is at a path; empty if there is nothing.
   *
   * @param content whether to read the file too
   * @throws io.labrun.run.lab.ProblemException if the engine can't look there
   */
  Optional<FileEntry> find(String path, boolean content) {
    String whole = ContainerPath.normal(path);
    String start = blind.start(whole);
    List<String> parts = ContainerPath.parts(whole.substring(start.length()));
    if (whole.equals(start)) {
      return look(whole, content);
    }
    Optional<String> folder = Optional.of(start);
    for (String part : parts.subList(0, parts.size() - 1)) {
      folder = folder.flatMap(above -> folder(ContainerPath.inside(above, part)));
    }
    String last = parts.get(parts.size() - 1);
    return folder.flatMap(above -> look(ContainerPath.inside(above, last), content));
  }

  /** Where a folder really is; empty if there is none. */
  private Optional<String> folder(String path) {
    Optional<FileEntry> found = look(path, false);
    if (found.filter(entry -> entry.type() == Type.SYMLINK).isPresent()) {
      String real = found.get().leadsTo();
      return look(real, false).filter(FileLookup::isFolder).map(entry -> real);
    }
    return found.filter(FileLookup::isFolder).map(entry -> path);
  }

  private static boolean isFolder(FileEntry entry) {
    return entry.type() == Type.DIRECTORY;
  }

  private Optional<FileEntry> look(String path, boolean content) {
    blind.guard(key, path);
    return context.lab().engineOf(key).file(id, path, content, context.timeout());
  }
}
