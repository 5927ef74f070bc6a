package io.labrun.event;

import java.time.Duration;

/**
 * Something that took its time in a run.
 *
 * @param part which part of the run it belongs to
 * @param name what it was: a step such as {@code container web}, an assertion's name
 * @param start when it began, since the run began
 * @param time how long it took
 * @param good whether it came to a good end
 */
public record Stretch(Part part, String name, Duration start, Duration time, boolean good) {

  /** The parts of a run. */
  public enum Part {
    /** To look whether all is there. */
    REQUIREMENTS,
    /** A step of the set-up. */
    SET_UP,
    /** An assertion. */
    ASSERTION,
    /** To remove everything. */
    REMOVAL
  }
}
