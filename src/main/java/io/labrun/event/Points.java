package io.labrun.event;

import java.util.List;

/**
 * Points of a student's work.
 *
 * @param reached those of the assertions that passed
 * @param possible those of all assertions
 */
public record Points(long reached, long possible) {

  /** The points of assertions; only what passed counts. */
  public static Points of(List<AssertionResult> assertions) {
    long reached = 0;
    long possible = 0;
    for (AssertionResult result : assertions) {
      int points = result.assertion().points();
      possible += points;
      reached += result.status() == Status.PASSED ? points : 0;
    }
    return new Points(reached, possible);
  }

  /** Whether none is missing. */
  public boolean isFull() {
    return reached == possible;
  }

  /** How many of a hundred, rounded down, so that 100 means all; 0 where none could be reached. */
  public long percent() {
    return possible == 0 ? 0 : reached * 100 / possible;
  }
}
