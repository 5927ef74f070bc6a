package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells of a file's runs one after another, even where they are side by side: what is said of the
 * second waits until the first has ended.
 */
final class Turns {
  private final BatchListener listener;
  private final Map<Integer, List<BatchEvent>> waiting = new HashMap<>();
  private final Set<Integer> ended = new HashSet<>();
  private int turn;

  Turns(BatchListener listener) {
    this.listener = listener;
  }

  /** Something happened in a run; runs are counted from 0. */
  synchronized void tell(int run, BatchEvent event) {
    if (run == turn) {
      listener.on(event);
    } else {
      waiting.computeIfAbsent(run, unused -> new ArrayList<>()).add(event);
    }
  }

  /** A run has ended: nothing more is said of it. */
  synchronized void ended(int run) {
    ended.add(run);
    while (ended.remove(turn)) {
      turn++;
      tellAll(turn);
    }
  }

  /** None of its runs is under way or begins any more: what still waits is told. */
  synchronized void over() {
    waiting.keySet().stream().sorted().toList().forEach(this::tellAll);
  }

  private void tellAll(int run) {
    List<BatchEvent> events = waiting.remove(run);
    if (events != null) {
      events.forEach(listener::on);
    }
  }
}
