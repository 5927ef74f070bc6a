package io.labrun.report;

import io.labrun.event.LayerState;
import io.labrun.event.RunEvent;
import io.labrun.event.RunWatcher;
import io.labrun.plan.Plan;
import io.labrun.scenario.Assertion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What a run is at, in a few words for one line. */
final class Doing implements RunWatcher {
  private final Pen pen;
  private final LongSupplier nanos;
  private SetUpProgress progress;
  private Plan plan;
  private String words = "";
  private String last = "";
  private int attempts;
  private int toRemove;
  private int removed;

  Doing(Pen pen, LongSupplier nanos) {
    this.pen = pen;
    this.nanos = nanos;
  }

  /** The words, safe; the last ones where nothing is begun at the moment. */
  String words() {
    String now = now();
    last = now.isEmpty() ? last : now;
    return last;
  }

  private String now() {
    String tries = attempts == 0 ? "" : ", attempt " + (attempts + 1);
    if (!words.isEmpty() || plan == null) {
      return words + tries;
    }
    return Stage.all().stream()
        .filter(stage -> !progress.running(stage).isEmpty())
        .findFirst()
        .map(stage -> pen.safe(stage.word() + " " + words(stage)))
        .orElse("");
  }

  private String words(Stage stage) {
    return StageWords.of(stage, progress, plan) + (stage == Stage.IMAGES ? layers() : "");
  }

  /** How much of the layers that move is there, where the engine says how large they are. */
  private String layers() {
    List<LayerState> moving =
        progress.running(Stage.IMAGES).stream()
            .map(progress::layers)
            .flatMap(Optional::stream)
            .flatMap(Collection::stream)
            .filter(PullBar::isInFlight)
            .toList();
    long total = moving.stream().mapToLong(LayerState::total).sum();
    long current = moving.stream().mapToLong(LayerState::current).sum();
    return total <= 0 ? "" : " " + Times.bytes(current) + " of " + Times.bytes(total);
  }

  private void say(String what) {
    words = what;
    attempts = 0;
  }

  @Override
  public void scenarioStarted(RunEvent.ScenarioStarted event) {
    plan = event.plan();
    progress = new SetUpProgress(plan, nanos);
    say("");
  }

  @Override
  public void requirementsStarted(RunEvent.RequirementsStarted event) {
    say("requires " + RequirementsText.names(event.needs(), pen));
  }

  @Override
  public void requirementsFinished(RunEvent.RequirementsFinished event) {
    say("");
  }

  @Override
  public void stepStarted(RunEvent.StepStarted event) {
    progress.on(event);
  }

  @Override
  public void stepProgressed(RunEvent.StepProgressed event) {
    progress.on(event);
  }

  @Override
  public void stepFinished(RunEvent.StepFinished event) {
    progress.on(event);
  }

  @Override
  public void assertionStarted(RunEvent.AssertionStarted event) {
    Assertion assertion = event.assertion();
    say(pen.safe(assertion.name().name()));
  }

  @Override
  public void assertionTried(RunEvent.AssertionTried event) {
    attempts = event.attempt();
  }

  @Override
  public void assertionFinished(RunEvent.AssertionFinished event) {
    say("");
  }

  @Override
  public void removalStarted(RunEvent.RemovalStarted event) {
    toRemove = event.objects();
    removed = 0;
    say("removing 0 of " + toRemove);
  }

  @Override
  public void removed(RunEvent.Removed event) {
    say("removing " + ++removed + " of " + toRemove);
  }

  @Override
  public void removalFinished(RunEvent.RemovalFinished event) {
    say("");
  }

  @Override
  public void kept(RunEvent.Kept event) {
    say("");
  }

  @Override
  public void scenarioFinished(RunEvent.ScenarioFinished event) {
    say("");
  }
}
