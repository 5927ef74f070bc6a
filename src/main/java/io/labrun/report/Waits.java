package io.labrun.report;

import io.labrun.event.BatchEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The scenarios of a batch that wait for another, since both can't be up at once. */
final class Waits {
  private static final int MOST = 4;

  private final Map<Integer, BatchEvent.FileDelayed> waiting = new TreeMap<>();

  /** Takes note of an event. */
  void on(BatchEvent event) {
    if (event instanceof BatchEvent.FileDelayed delayed) {
      waiting.put(delayed.index(), delayed);
    } else if (event instanceof BatchEvent.FileStarted started) {
      waiting.remove(started.index());
    } else if (event instanceof BatchEvent.FileFinished finished) {
      waiting.remove(finished.index());
      waiting.values().removeIf(delayed -> delayed.behind() == finished.index());
    }
  }

  /** Who waits, but for those that have a line of their own since another run is under way. */
  List<BatchEvent.FileDelayed> all(Set<Integer> busy) {
    return waiting.values().stream().filter(one -> !busy.contains(one.index())).toList();
  }

  /** How many of so many are named where there is room for so many lines. */
  static int named(int all, int room) {
    int most = Math.min(room, MOST);
    return all <= most ? all : Math.max(0, most - 1);
  }
}
