package io.labrun.batch;

import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.plan.RunName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stayed on engines that were given up goes after all, where they answer in the end. */
final class Aftermath {
  /** One that is just started again is back before that. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Lanes lanes;
  private final Since clock;
  private final Map<Lane, Duration> givenUp = new LinkedHashMap<>();

  /**
   * An aftermath.
   *
   * @param clock says how long an engine has been away
   */
  Aftermath(Lanes lanes, Since clock) {
    this.lanes = lanes;
    this.clock = clock;
  }

  /** An engine is not waited for any more. */
  synchronized void givenUp(Lane lane) {
    givenUp.put(lane, clock.elapsed());
  }

  /**
   * Looks at those engines once more.
   *
   * @param hurry whether somebody waits for the end, so that an engine is asked only once
   * @param results what came of the files; a run of which nothing is left any more has no leftovers
   */
  synchronized void lookAgain(boolean hurry, List<Optional<FileResult>> results) {
    for (Lane lane : givenUp.keySet()) {
      Set<RunName> runs =
          results.stream()
              .flatMap(Optional::stream)
              .flatMap(file -> file.runs().stream())
              .filter(run -> hasLeft(run, lane))
              .map(run -> run.result().plan().run())
              .collect(Collectors.toSet());
      if (!runs.isEmpty()) {
        Map<RunName, List<Leftover>> left =
            lanes.removeAfterAll(lane, runs, hurry ? Duration.ZERO : patience(lane));
        results.replaceAll(file -> file.map(one -> with(one, lane, left)));
      }
    }
  }

  private Duration patience(Lane lane) {
    Duration left = PATIENCE.minus(clock.elapsed().minus(givenUp.get(lane)));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static boolean hasLeft(ScenarioRun run, Lane lane) {
    return run.engine().equals(lane.address())
        && !run.result().kept()
        && !run.result().leftovers().isEmpty();
  }

  private static FileResult with(FileResult file, Lane lane, Map<RunName, List<Leftover>> left) {
    List<ScenarioRun> runs = new ArrayList<>();
    for (ScenarioRun run : file.runs()) {
      List<Leftover> now = left.get(run.result().plan().run());
      runs.add(now != null && hasLeft(run, lane) ? with(run, now) : run);
    }
    return new FileResult(file.file(), file.diagnostics(), file.unrun(), runs, file.deciding());
  }

  private static ScenarioRun with(ScenarioRun run, List<Leftover> left) {
    ScenarioResult old = run.result();
    ScenarioResult result =
        new ScenarioResult(
            old.plan(),
            old.outcome(),
            old.assertions(),
            old.problem(),
            left,
            old.kept(),
            old.time());
    return new ScenarioRun(result, run.engine(), run.start(), run.stretches(), run.snapshot());
  }
}
