package io.labrun.batch;

import io.labrun.event.Leftover;
import io.labrun.plan.RunName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** Waits until one answers again that nobody can stand in for, as long as one takes to start. */
  boolean returns(Lane lane);

  /** How often one was not there so far, whoever asked. */
  int breaks(Lane lane);

  /**
   * Removes what runs have left on one that was given up, if it answers now.
   *
   * @param patience how long it may take to answer
   * @return what could not be removed of each; empty if it does not answer
   */
  Map<RunName, List<Leftover>> removeAfterAll(Lane lane, Set<RunName> runs, Duration patience);
}
