package io.labrun.docker.relay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One secured connection, which several sessions share; the first session's process keeps it.
 *
 * <p>It is no process of its own: one that nobody gives input any more would outlive a labrun that
 * is killed.
 */
final class SshTrunk {
  /** sshd allows ten, where nobody has set something else ({@code MaxSessions}). */
  private static final int MOST = 8;

  private final Path socket;
  private final ProcessLine keeper;
  private final Set<ProcessLine> sessions = ConcurrentHashMap.newKeySet();

  /**
   * The connection of a process that has just been started.
   *
   * @param socket where ssh listens for further sessions, once it is there
   */
  SshTrunk(Path socket, ProcessLine keeper) {
    this.socket = socket;
    this.keeper = keeper;
    add(keeper);
  }

  /** Whether it is still being made. */
  boolean isOnItsWay() {
    return keeper.isAlive() && !Files.exists(socket);
  }

  /** Whether it takes another session. */
  boolean hasRoom() {
    return keeper.isAlive() && Files.exists(socket) && sessions.size() < MOST;
  }

  boolean isAlive() {
    return keeper.isAlive();
  }

  Path socket() {
    return socket;
  }

  /** Adds a session, until its process ends. */
  void add(ProcessLine session) {
    sessions.add(session);
    session.whenEnded(() -> sessions.remove(session));
  }
}
