package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which file waits for which, once of each two. */
final class Delays {
  private final BatchListener listener;
  private final Set<List<Integer>> told = new HashSet<>();

  Delays(BatchListener listener) {
    this.listener = listener;
  }

  /** A run cannot begin yet. */
  void tell(Ticket ticket, Schedule.Obstacle obstacle) {
    int behind = obstacle.other().file();
    if (ticket.file() != behind && told.add(List.of(ticket.file(), behind))) {
      listener.on(new BatchEvent.FileDelayed(ticket.file(), behind, obstacle.why()));
    }
  }
}
