package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunWatcher;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.plan.Plan;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The lines that stay: what was done and what came of it, as things finish.
 *
 * <p>One transcript serves one run after another.
 */
final class Transcript implements RunWatcher {
  private final ReportSettings settings;
  private final Task task;
  private final TranscriptLines lines;
  private final Pen pen;
  private final LongSupplier nanos;
  private final AssertionText assertions;
  private Plan plan;
  private SetUpProgress progress;
  private SetUpText setUp;
  private RemovalText removal;
  private List<Problem> unmet = List.of();
  private boolean stopping;

  Transcript(ReportSettings settings, Task task, LongSupplier nanos, Consumer<String> lines) {
    this(settings, task, false, nanos, lines);
  }

  /**
   * A transcript.
   *
   * @param claimsOnly whether setting up and removing are shown only where they went wrong
   */
  Transcript(
      ReportSettings settings,
      Task task,
      boolean claimsOnly,
      LongSupplier nanos,
      Consumer<String> lines) {
    this.settings = settings;
    this.task = task;
    this.pen = new Pen(settings.theme());
    this.nanos = nanos;
    this.lines = new TranscriptLines(settings, claimsOnly, lines);
    this.assertions = new AssertionText(settings);
  }

  /** Whoever watches the same events may look at this. */
  SetUpProgress progress() {
    return progress;
  }

  /** Somebody asked to stop: what now fails to be made is no problem of the scenario's. */
  void stopping() {
    stopping = true;
  }

  @Override
  public void scenarioStarted(RunEvent.ScenarioStarted event) {
    plan = event.plan();
    progress = new SetUpProgress(plan, nanos);
    setUp = new SetUpText(pen, progress);
    removal = new RemovalText(settings);
    unmet = List.of();
    lines.begin(plan.scenario());
  }

  @Override
  public void requirementsFinished(RunEvent.RequirementsFinished event) {
    unmet = event.unmet();
    if (event.met()) {
      lines.work(RequirementsText.finished(event, pen));
    }
  }

  @Override
  public void stepStarted(RunEvent.StepStarted event) {
    progress.on(event);
    lines.work(List.of());
  }

  @Override
  public void stepProgressed(RunEvent.StepProgressed event) {
    progress.on(event);
  }

  @Override
  public void stepFinished(RunEvent.StepFinished event) {
    progress.on(event);
    if (event.problem().isPresent() && !stopping) {
      lines.work(setUp.rest());
      lines.always(setUp.failed(event, event.problem().get()));
    } else if (event.problem().isEmpty()) {
      lines.work(setUp.finished());
    }
  }

  @Override
  public void assertionStarted(RunEvent.AssertionStarted event) {
    lines.work(setUp.rest());
  }

  @Override
  public void assertionFinished(RunEvent.AssertionFinished event) {
    AssertionResult result = event.result();
    List<String> text = assertions.render(result, plan);
    if (result.status() == Status.PASSED) {
      lines.usual(text);
    } else {
      lines.always(text);
    }
  }

  @Override
  public void removalStarted(RunEvent.RemovalStarted event) {
    lines.work(setUp.rest());
  }

  @Override
  public void removed(RunEvent.Removed event) {
    removal.on(event);
  }

  @Override
  public void removalFinished(RunEvent.RemovalFinished event) {
    List<String> text = removal.finished(event);
    if (event.leftovers().isEmpty()) {
      lines.work(text);
    } else {
      lines.always(text);
    }
  }

  @Override
  public void kept(RunEvent.Kept event) {
    lines.work(setUp.rest());
    if (task != Task.CHECK) {
      lines.always(new KeptText(settings).render(plan));
    }
  }

  @Override
  public void scenarioFinished(RunEvent.ScenarioFinished event) {
    ScenarioResult result = event.result();
    Outcome outcome = result.outcome();
    if (outcome == Outcome.SKIPPED || outcome == Outcome.REFUSED) {
      lines.paragraph(new NotRunText(settings).render(result, unmet));
      return;
    }
    result
        .problem()
        .filter(
            why -> outcome != Outcome.INTERRUPTED && !setUp.hasTold(why) && !isTold(why, result))
        .ifPresent(why -> lines.always(problem(why)));
    verdict(result);
  }

  private List<String> problem(Problem why) {
    Gutter gutter = new Gutter(pen);
    ProblemText text = new ProblemText(pen);
    text.render(why, "", Optional.empty(), gutter);
    List<String> out = new ArrayList<>(gutter.lines());
    out.addAll(text.help(why));
    return out;
  }

  private static boolean isTold(Problem why, ScenarioResult result) {
    return result.assertions().stream()
        .flatMap(one -> one.problem().stream())
        .anyMatch(told -> told.what().equals(why.what()));
  }

  private void verdict(ScenarioResult result) {
    boolean quiet = settings.detail() == Detail.QUIET;
    String name = quiet ? pen.safe(plan.scenario().name().name()) + ": " : "";
    boolean up = task == Task.UP && result.outcome() == Outcome.PASSED;
    List<String> words =
        up
            ? List.of(
                name
                    + pen.paint(
                        Tone.GOOD, plan.run() + " stands, after " + Times.of(result.time())))
            : VerdictText.lines(result, name, pen);
    if (!quiet) {
      lines.always(List.of());
      lines.print("");
    }
    words.forEach(lines::print);
  }

  /** Lines of their own that belong to no run under way, after an empty line where others are. */
  void paragraph(List<String> text) {
    lines.paragraph(text);
  }
}
