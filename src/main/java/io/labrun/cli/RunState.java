package io.labrun.cli;

import io.labrun.plan.Labels;
import io.labrun.run.StandingRun;
import io.labrun.run.engine.LabelledObject;
import java.util.Locale;
import java.util.Optional;

/** How things are with a run that stands. */
enum RunState {
  /** The process that made it is at work. */
  RUNNING,
  /** It was left standing on purpose. */
  KEPT,
  /** The process that made it ran here and is gone, and nobody meant it to stay. */
  ORPHANED,
  /** It was made on another machine, which alone can say; or it does not say who made it. */
  UNKNOWN;

  /** The state of a run. */
  static RunState of(StandingRun run) {
    Optional<Owner> owner = Owner.parse(run.owner());
    if (isKept(run)) {
      return owner.map(Owner::isAlive).orElse(false) && !isAlways(run) ? RUNNING : KEPT;
    }
    if (owner.isEmpty() || !owner.get().isHere()) {
      return UNKNOWN;
    }
    return owner.get().isAlive() ? RUNNING : ORPHANED;
  }

  /** The word for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean isKept(StandingRun run) {
    return run.objects().stream().anyMatch(RunState::isKept);
  }

  private static boolean isKept(LabelledObject object) {
    return !"never".equals(object.labels().getOrDefault(Labels.KEEP, "never"));
  }

  /** Whatever its process still does, what was to be kept in any case may be looked at. */
  private static boolean isAlways(StandingRun run) {
    return run.objects().stream()
        .map(LabelledObject::labels)
        .anyMatch(labels -> "always".equals(labels.get(Labels.KEEP)));
  }
}
