package io.labrun.own.way;

import java.io.IOException;

/** Threads for one connection each, which keep no program from ending. */
final class Threads {
  private Threads() {}

  /** Work for which a connection that breaks is the usual end. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Starts work on a thread of its own. */
  static Thread start(Work work) {
    Thread thread = new Thread(() -> run(work), "labrun-way");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      // The other end has gone away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
