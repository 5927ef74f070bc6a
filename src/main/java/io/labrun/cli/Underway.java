package io.labrun.cli;

import io.labrun.plan.RunName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs that are under way, and on which engine each is. */
final class Underway {
  private final Map<RunName, Optional<String>> runs = new LinkedHashMap<>();

  /**
   * A run begins.
   *
   * @param host how the user named its engine
   */
  synchronized void begin(RunName run, Optional<String> host) {
    runs.put(run, host);
  }

  /** A run has ended, and all of it is removed. */
  synchronized void end(RunName run) {
    runs.remove(run);
  }

  /**
   * What to say if labrun ends now: what stands, and how to remove it.
   *
   * @param isOwn whether it ends with a private engine
   */
  synchronized List<String> standing(boolean isOwn) {
    List<String> out = new ArrayList<>();
    runs.forEach(
        (run, host) ->
            out.addAll(
                isOwn
                    ? List.of("labrun: stopped: all of " + run + " ends with its private engine")
                    : Standing.warning(run, host)));
    return out;
  }
}
