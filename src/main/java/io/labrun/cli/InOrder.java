package io.labrun.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Passes on what comes in any order in the order of its numbers, each as soon as it can be. */
final class InOrder<T> {
  private final Consumer<T> next;
  private final Map<Integer, T> waiting = new HashMap<>();
  private int turn;

  InOrder(Consumer<T> next) {
    this.next = next;
  }

  /** Takes one; numbers begin with 0. */
  synchronized void put(int number, T one) {
    waiting.put(number, one);
    while (waiting.containsKey(turn)) {
      next.accept(waiting.remove(turn));
      turn++;
    }
  }
}
