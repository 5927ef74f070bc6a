package io.labrun.run.engine;

import java.util.Optional;

/**
 * What a container has at a path; a symbolic link is itself, not what it leads to.
 *
 * @param type what it is
 * @param mode its permission bits, with set-user-id, set-group-id and sticky: {@code 01777}
 * @param owner {@code uid:gid}; empty of a socket, whose owner the engine does not tell
 * @param size in bytes; of what is no file a number that means nothing
 * @param link where a symbolic link points, as it is written; empty of anything else
 * @param leadsTo where a symbolic link leads in the end, as a whole path; empty of anything else
 * @param content what is in a file; empty of anything else, and where it was not asked for
 */
public record FileEntry(
    Type type,
    int mode,
    Optional<String> owner,
    long size,
    String link,
    String leadsTo,
    Optional<Content> content) {

  /** Kinds of files. */
  public enum Type {
    /** An ordinary file. */
    FILE,
    /** A folder. */
    DIRECTORY,
    /** A symbolic link. */
    SYMLINK,
    /** A named pipe. */
    FIFO,
    /** A socket. */
    SOCKET,
    /** A device that is read and written by characters. */
    CHARACTER_DEVICE,
    /** A device that is read and written by blocks. */
    BLOCK_DEVICE
  }

  /**
   * What is in a file.
   *
   * @param text its beginning, at most 1 MiB, decoded as UTF-8
   * @param truncated whether there is more than that
   * @param sha256 of all of it, in hexadecimal
   */
  public record Content(String text, boolean truncated, String sha256) {}
}
