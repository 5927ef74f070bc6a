package io.labrun.report.html;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the runs of a batch into lanes, engine by engine: those of one lane do not overlap. */
final class Lanes {

  /**
   * A run of a file.
   *
   * @param index which file, from 0
   * @param file the file
   * @param number which of its runs, from 0
   */
  record Bar(int index, FileResult file, int number) {
    /** The run. */
    ScenarioRun run() {
      return file.runs().get(number);
    }

    /** When it began, since the batch did. */
    Duration start() {
      return run().start();
    }

    /** When it ended, since the batch began. */
    Duration end() {
      return start().plus(run().result().time());
    }
  }

  private Lanes() {}

  /** All runs in the order in which they began. */
  static List<Bar> bars(BatchResult batch) {
    List<Bar> bars = new ArrayList<>();
    for (int index = 0; index < batch.files().size(); index++) {
      FileResult file = batch.files().get(index);
      for (int run = 0; run < file.runs().size(); run++) {
        bars.add(new Bar(index, file, run));
      }
    }
    bars.sort(Comparator.comparing(Bar::start));
    return bars;
  }

  /** The lanes of each engine, as few as can be. */
  static Map<String, List<List<Bar>>> of(List<Bar> bars) {
    Map<String, List<List<Bar>>> engines = new LinkedHashMap<>();
    for (Bar bar : bars) {
      List<List<Bar>> lanes =
          engines.computeIfAbsent(bar.run().engine(), engine -> new ArrayList<>());
      lane(lanes, bar).add(bar);
    }
    return engines;
  }

  private static List<Bar> lane(List<List<Bar>> lanes, Bar bar) {
    for (List<Bar> lane : lanes) {
      if (lane.get(lane.size() - 1).end().compareTo(bar.start()) <= 0) {
        return lane;
      }
    }
    List<Bar> lane = new ArrayList<>();
    lanes.add(lane);
    return lane;
  }
}
