package io.labrun.batch;

import java.util.List;

/** The engines that a batch runs on. */
public interface Lanes {

  /**
   * All of them, at least one; called once, when something is to be run.
   *
   * @throws RuntimeException if one can't be had; then nothing is run
   */
  List<Lane> open();

  /** Whether one still answers; may take seconds. */
  boolean answers(Lane lane);

  /**
   * One is not waited for any more: all that is asked of it fails at once.
   *
   * @param why says so
   */
  void giveUp(Lane lane, String why);
}
