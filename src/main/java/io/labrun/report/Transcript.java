package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
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
final class Transcript implements RunEvent.Visitor<Void> {
  private final ReportSettings settings;
  private final Task task;
  private final boolean claimsOnly;
  private final Pen pen;
  private final Consumer<String> lines;
  private final LongSupplier nanos;
  private final AssertionText assertions;
  private Plan plan;
  private SetUpProgress progress;
  private SetUpText setUp;
  private RemovalText removal;
  private List<Problem> unmet = List.of();
  private boolean headed;
  private boolean printed;
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
    this.claimsOnly = claimsOnly;
    this.pen = new Pen(settings.theme());
    this.nanos = nanos;
    this.lines = lines;
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
  public Void scenarioStarted(RunEvent.ScenarioStarted event) {
    plan = event.plan();
    progress = new SetUpProgress(plan, nanos);
    setUp = new SetUpText(pen, progress);
    removal = new RemovalText(pen);
    unmet = List.of();
    headed = false;
    return null;
  }

  @Override
  public Void requirementsStarted(RunEvent.RequirementsStarted event) {
    return null;
  }

  @Override
  public Void requirementsFinished(RunEvent.RequirementsFinished event) {
    unmet = event.unmet();
    if (event.met()) {
      work(RequirementsText.finished(event, pen));
    }
    return null;
  }

  @Override
  public Void stepStarted(RunEvent.StepStarted event) {
    progress.on(event);
    work(List.of());
    return null;
  }

  @Override
  public Void stepProgressed(RunEvent.StepProgressed event) {
    progress.on(event);
    return null;
  }

  @Override
  public Void stepFinished(RunEvent.StepFinished event) {
    progress.on(event);
    if (event.problem().isPresent() && !stopping) {
      work(setUp.rest());
      always(setUp.failed(event, event.problem().get()));
    } else if (event.problem().isEmpty()) {
      work(setUp.finished());
    }
    return null;
  }

  @Override
  public Void assertionStarted(RunEvent.AssertionStarted event) {
    work(setUp.rest());
    return null;
  }

  @Override
  public Void assertionTried(RunEvent.AssertionTried event) {
    return null;
  }

  @Override
  public Void assertionFinished(RunEvent.AssertionFinished event) {
    AssertionResult result = event.result();
    List<String> text = assertions.render(result, plan);
    if (result.status() == Status.PASSED) {
      usual(text);
    } else {
      always(text);
    }
    return null;
  }

  @Override
  public Void snapshotTaken(RunEvent.SnapshotTaken event) {
    return null;
  }

  @Override
  public Void removalStarted(RunEvent.RemovalStarted event) {
    work(setUp.rest());
    return null;
  }

  @Override
  public Void removed(RunEvent.Removed event) {
    removal.on(event);
    return null;
  }

  @Override
  public Void removalFinished(RunEvent.RemovalFinished event) {
    List<String> text = removal.finished(event);
    if (event.leftovers().isEmpty()) {
      work(text);
    } else {
      always(text);
    }
    return null;
  }

  @Override
  public Void kept(RunEvent.Kept event) {
    work(setUp.rest());
    if (task != Task.CHECK) {
      always(new KeptText(settings).render(plan));
    }
    return null;
  }

  @Override
  public Void scenarioFinished(RunEvent.ScenarioFinished event) {
    ScenarioResult result = event.result();
    Outcome outcome = result.outcome();
    if (outcome == Outcome.SKIPPED || outcome == Outcome.REFUSED) {
      paragraph(new NotRunText(settings).render(result, unmet));
      return null;
    }
    result
        .problem()
        .filter(why -> outcome != Outcome.INTERRUPTED && !setUp.hasTold(why))
        .ifPresent(why -> always(problem(why)));
    verdict(result);
    return null;
  }

  private List<String> problem(Problem why) {
    Gutter gutter = new Gutter(pen);
    ProblemText text = new ProblemText(pen);
    text.render(why, "", Optional.empty(), gutter);
    List<String> out = new ArrayList<>(gutter.lines());
    out.addAll(text.help(why));
    return out;
  }

  private void verdict(ScenarioResult result) {
    boolean quiet = settings.detail() == Detail.QUIET;
    String name = quiet ? pen.safe(plan.scenario().name().name()) + ": " : "";
    boolean up = task == Task.UP && result.outcome() == Outcome.PASSED;
    String words =
        up
            ? pen.paint(Tone.GOOD, plan.run() + " stands, after " + Times.of(result.time()))
            : VerdictText.line(result, pen);
    if (!quiet) {
      always(List.of());
      print("");
    }
    print(name + words);
  }

  /** Lines of their own that belong to no run under way, after an empty line where others are. */
  void paragraph(List<String> text) {
    if (printed && settings.detail() != Detail.QUIET) {
      print("");
    }
    text.forEach(this::print);
  }

  private void work(List<String> text) {
    if (!claimsOnly) {
      usual(text);
    }
  }

  private void usual(List<String> text) {
    if (settings.detail() != Detail.QUIET) {
      always(text);
    }
  }

  private void always(List<String> text) {
    if (!headed) {
      headed = true;
      paragraph(new HeaderText(settings).render(plan.scenario()));
    }
    text.forEach(this::print);
  }

  private void print(String line) {
    printed = true;
    lines.accept(line);
  }
}
