package io.labrun.cli;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of files one after another, in the order in which they were given. */
final class InOrder implements BatchListener {
  private final BatchListener next;
  private final Map<Integer, List<BatchEvent>> waiting = new HashMap<>();
  private final Set<Integer> finished = new HashSet<>();
  private int turn;

  InOrder(BatchListener next) {
    this.next = next;
  }

  @Override
  public void on(BatchEvent event) {
    int index = index(event);
    if (index < 0 || index == turn) {
      next.on(event);
    } else {
      waiting.computeIfAbsent(index, unused -> new ArrayList<>()).add(event);
    }
    if (event instanceof BatchEvent.FileFinished) {
      finished.add(index);
    }
    while (finished.remove(turn)) {
      turn++;
      List<BatchEvent> events = waiting.remove(turn);
      if (events != null) {
        events.forEach(next::on);
      }
    }
  }

  private static int index(BatchEvent event) {
    if (event instanceof BatchEvent.FileStarted started) {
      return started.index();
    } else if (event instanceof BatchEvent.RunHappened happened) {
      return happened.index();
    } else if (event instanceof BatchEvent.FileDelayed delayed) {
      return delayed.index();
    }
    return event instanceof BatchEvent.FileFinished file ? file.index() : -1;
  }
}
