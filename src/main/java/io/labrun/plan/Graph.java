package io.labrun.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps and what each comes after, while a plan is made. */
final class Graph {
  private final Map<StepId, Set<StepId>> after = new LinkedHashMap<>();

  /** Adds a step, if it is not there yet. */
  void add(StepId step) {
    after.computeIfAbsent(step, key -> new LinkedHashSet<>());
  }

  /** Whether a step is there. */
  boolean has(StepId step) {
    return after.containsKey(step);
  }

  /** Puts a step after another that is there; of one that is not, nothing is known. */
  void after(StepId step, StepId earlier) {
    if (has(earlier) && !step.equals(earlier)) {
      after.get(step).add(earlier);
    }
  }

  /** Puts a step after another unless the other already comes after it. */
  void preferAfter(StepId step, StepId earlier) {
    if (has(earlier) && !step.equals(earlier) && !comesAfter(earlier, step)) {
      after.get(step).add(earlier);
    }
  }

  /**
   * The steps in an order in which each comes after those it needs; by the order of adding else.
   */
  List<Step> sorted() {
    List<Step> out = new ArrayList<>();
    Set<StepId> done = new LinkedHashSet<>();
    while (done.size() < after.size()) {
      int before = done.size();
      after.forEach(
          (id, needs) -> {
            if (!done.contains(id) && done.containsAll(needs)) {
              out.add(new Step(id, Set.copyOf(needs)));
              done.add(id);
            }
          });
      if (done.size() == before) {
        throw new IllegalStateException("steps wait for each other: " + remaining(done));
      }
    }
    return List.copyOf(out);
  }

  private Set<StepId> remaining(Set<StepId> done) {
    Set<StepId> left = new LinkedHashSet<>(after.keySet());
    left.removeAll(done);
    return left;
  }

  private boolean comesAfter(StepId late, StepId early) {
    Set<StepId> seen = new LinkedHashSet<>();
    List<StepId> open = new ArrayList<>(List.of(late));
    while (!open.isEmpty()) {
      StepId step = open.remove(open.size() - 1);
      if (step.equals(early)) {
        return true;
      }
      if (seen.add(step)) {
        open.addAll(after.getOrDefault(step, Set.of()));
      }
    }
    return false;
  }
}
