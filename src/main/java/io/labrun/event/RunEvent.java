package io.labrun.event;

import io.labrun.plan.Need;
import io.labrun.plan.Plan;
import io.labrun.plan.StepId;
import io.labrun.scenario.Assertion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened in a run.
 *
 * <p>The order, as a grammar; events of one run come one at a time, from one thread at a time:
 *
 * <pre>
 * run       = ScenarioStarted requiring? set-up? asserting? SnapshotTaken? (removal | Kept)? ScenarioFinished
 * requiring = set-up? RequirementsStarted RequirementsFinished     the image that it takes, if any
 * set-up    = (StepStarted | StepProgressed | StepFinished)*     steps overlap
 * asserting = (AssertionStarted AssertionTried* AssertionFinished)*
 * removal   = RemovalStarted Removed* RemovalFinished
 * </pre>
 */
public sealed interface RunEvent {

  /** Tells somebody of it, by the method for its kind. */
  void tell(RunWatcher watcher);

  /** A run began. */
  record ScenarioStarted(Plan plan) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.scenarioStarted(this);
    }
  }

  /** It is being looked whether all that the scenario requires is there. */
  record RequirementsStarted(List<Need> needs) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.requirementsStarted(this);
    }
  }

  /** It was looked; whether all is there, and if not why, as far as that could be seen. */
  record RequirementsFinished(List<Need> needs, Duration time, boolean met, List<Problem> unmet)
      implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.requirementsFinished(this);
    }
  }

  /** A step of the set-up began. */
  record StepStarted(StepId step) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.stepStarted(this);
    }
  }

  /** A layer of an image that a step fetches came further. */
  record StepProgressed(StepId step, LayerState layer) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.stepProgressed(this);
    }
  }

  /** A step ended; with a problem if it could not be done. */
  record StepFinished(StepId step, Duration time, Optional<Problem> problem) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.stepFinished(this);
    }
  }

  /** An assertion began. */
  record AssertionStarted(Assertion assertion) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.assertionStarted(this);
    }
  }

  /** An attempt of a check ended without the verdict. */
  record AssertionTried(Assertion assertion, int attempt) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.assertionTried(this);
    }
  }

  /** An assertion has its verdict. */
  record AssertionFinished(AssertionResult result) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.assertionFinished(this);
    }
  }

  /** It was looked what stands, before anything is removed; only where somebody asked for it. */
  record SnapshotTaken(Snapshot snapshot) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.snapshotTaken(this);
    }
  }

  /** Removing began; with how many objects there are to remove. */
  record RemovalStarted(int objects) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.removalStarted(this);
    }
  }

  /** An object was removed; its kind and its key, or its full name where it has no key. */
  record Removed(String kind, String name) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.removed(this);
    }
  }

  /** Removing ended, to its end. */
  record RemovalFinished(Duration time, List<Leftover> leftovers) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.removalFinished(this);
    }
  }

  /** All was left standing on purpose. */
  record Kept() implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.kept(this);
    }
  }

  /** A run ended. */
  record ScenarioFinished(ScenarioResult result) implements RunEvent {
    @Override
    public void tell(RunWatcher watcher) {
      watcher.scenarioFinished(this);
    }
  }
}
