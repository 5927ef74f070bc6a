package io.labrun.docker.relay;

import java.util.LinkedHashSet;
import java.util.Set;

/** The connections of a relay that are open, and what the last one said that gave no answer. */
final class Tally {
  private final Set<Connection> open = new LinkedHashSet<>();
  private String trouble = "";
  private boolean closed;

  /** Adds a connection; false if the relay is closed. */
  synchronized boolean add(Connection connection) {
    return !closed && open.add(connection);
  }

  synchronized void remove(Connection connection) {
    open.remove(connection);
  }

  /** An engine answers: what was wrong before is over. */
  synchronized void answered() {
    trouble = "";
  }

  /** A connection ended that should not have. */
  synchronized void failed(String said) {
    trouble = said;
  }

  /** What is known of why no engine answers; empty if nothing is. */
  String said() {
    String known;
    Set<Connection> waiting;
    synchronized (this) {
      known = trouble;
      waiting = new LinkedHashSet<>(open);
    }
    return known.isBlank()
        ? waiting.stream().map(Connection::said).filter(s -> !s.isBlank()).findFirst().orElse("")
        : known;
  }

  /** Closes all that are open; none can be added after that. */
  void close() {
    Set<Connection> last;
    synchronized (this) {
      closed = true;
      last = new LinkedHashSet<>(open);
    }
    last.forEach(Connection::close);
  }
}
