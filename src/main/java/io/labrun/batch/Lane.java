package io.labrun.batch;

/**
 * An engine that a batch runs on.
 *
 * @param index which of the batch's engines, from 0
 * @param address where it answers, for people
 * @param places how many runs may be on it at once, at least 1
 * @param memory of its machine, in bytes
 */
public record Lane(int index, String address, int places, long memory) {
  /** Says that it is gone. */
  String gone() {
    return "the engine " + address + " does not answer any more";
  }

  /** Says that it was not there for a while. */
  String wasAway() {
    return "the engine " + address + " did not answer for a while";
  }
}
