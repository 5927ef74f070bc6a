package io.labrun.report;

import io.labrun.event.LayerState;
import io.labrun.event.RunEvent;
import io.labrun.event.RunWatcher;
import io.labrun.plan.Plan;
import io.labrun.plan.StepId;
import io.labrun.scenario.Assertion;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** What is under way, a line each: stages of setting up, layers of images, a check, removing. */
final class LiveLines implements RunWatcher {
  private final LongSupplier nanos;
  private Pen pen;
  private SetUpProgress progress;
  private Plan plan;
  private Assertion assertion;
  private String needs = "";
  private int attempts;
  private long since;
  private int toRemove = -1;
  private int removed;

  LiveLines(ReportSettings settings, LongSupplier nanos) {
    this.pen = new Pen(settings.theme());
    this.nanos = nanos;
  }

  /** Looks at how far setting up has come, from now on. */
  void watch(SetUpProgress other) {
    progress = other;
  }

  /**
   * The lines.
   *
   * @param most how many at most
   * @param columns how wide at most
   */
  List<String> lines(int most, int columns) {
    pen = new Pen(pen.theme().wide(columns));
    List<String> out = new ArrayList<>();
    if (plan != null) {
      Stage.all().forEach(stage -> out.addAll(stage(stage)));
    }
    if (!needs.isEmpty()) {
      out.add(row(spin(Stage.lead("requires")), needs, elapsed(since)));
    }
    if (assertion != null) {
      String tries = attempts == 0 ? "" : ", attempt " + (attempts + 1);
      String name = pen.safe(assertion.name().name()) + tries;
      out.add(row(Signs.lead(pen.theme(), spinner()), name, elapsed(since)));
    }
    if (toRemove >= 0) {
      String words = removed + " of " + toRemove;
      out.add(row(spin(Stage.lead("removing")), words, elapsed(since)));
    }
    return out.subList(0, Math.min(Math.max(1, most), out.size()));
  }

  private List<String> stage(Stage stage) {
    List<StepId> running = progress.running(stage);
    if (running.isEmpty()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    out.add(
        row(
            spin(stage.lead()),
            pen.safe(StageWords.of(stage, progress, plan)),
            progress.time(stage)));
    for (StepId step : running) {
      progress.layers(step).stream()
          .flatMap(layers -> layers.stream())
          .filter(layer -> PullBar.isInFlight(layer) || isStep(layer))
          .forEach(layer -> out.add(isStep(layer) ? step(layer) : new PullBar(pen).line(layer)));
    }
    return out;
  }

  private static boolean isStep(LayerState layer) {
    return layer.layer().equals(LayerState.STEP);
  }

  /** The step of a build that is under way. */
  private String step(LayerState layer) {
    String number = "      " + layer.current() + "/" + layer.total() + " ";
    int room = Math.max(1, pen.width() - TextWidth.of(number));
    return pen.paint(Tone.MUTED, number) + pen.clip(pen.safe(layer.status()), room);
  }

  private String row(String lead, String text, Duration time) {
    return pen.moving(lead, text, Times.of(time));
  }

  private String spin(String lead) {
    return spinner() + lead.substring(1);
  }

  private String spinner() {
    return Signs.spinner(pen.theme(), nanos.getAsLong());
  }

  private Duration elapsed(long from) {
    return Duration.ofNanos(nanos.getAsLong() - from);
  }

  @Override
  public void scenarioStarted(RunEvent.ScenarioStarted event) {
    plan = event.plan();
    assertion = null;
    toRemove = -1;
  }

  @Override
  public void requirementsStarted(RunEvent.RequirementsStarted event) {
    needs = RequirementsText.names(event.needs(), pen);
    since = nanos.getAsLong();
  }

  @Override
  public void requirementsFinished(RunEvent.RequirementsFinished event) {
    needs = "";
  }

  @Override
  public void assertionStarted(RunEvent.AssertionStarted event) {
    assertion = event.assertion();
    attempts = 0;
    since = nanos.getAsLong();
  }

  @Override
  public void assertionTried(RunEvent.AssertionTried event) {
    attempts = event.attempt();
  }

  @Override
  public void assertionFinished(RunEvent.AssertionFinished event) {
    assertion = null;
  }

  @Override
  public void removalStarted(RunEvent.RemovalStarted event) {
    assertion = null;
    toRemove = event.objects();
    removed = 0;
    since = nanos.getAsLong();
  }

  @Override
  public void removed(RunEvent.Removed event) {
    removed++;
  }

  @Override
  public void removalFinished(RunEvent.RemovalFinished event) {
    toRemove = -1;
  }

  @Override
  public void scenarioFinished(RunEvent.ScenarioFinished event) {
    needs = "";
    plan = null;
    assertion = null;
    toRemove = -1;
  }
}
