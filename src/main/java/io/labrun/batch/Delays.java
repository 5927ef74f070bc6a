package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import java.util.HashMap;
import java.util.Map;

/** Tells which file waits for which, whenever that is another than before. */
final class Delays {
  private final BatchListener listener;
  private final Map<Integer, Integer> told = new HashMap<>();

  Delays(BatchListener listener) {
    this.listener = listener;
  }

  /** A run cannot begin yet. */
  void tell(Ticket ticket, Schedule.Obstacle obstacle) {
    int behind = obstacle.other().file();
    boolean known = Integer.valueOf(behind).equals(told.put(ticket.file(), behind));
    if (ticket.file() != behind && !known) {
      listener.on(new BatchEvent.FileDelayed(ticket.file(), behind, obstacle.why()));
    }
  }

  /** A run waits no longer. */
  void begins(Ticket ticket) {
    told.remove(ticket.file());
  }
}
