package io.labrun.run;

import io.labrun.event.AssertionResult;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.Status;
import io.labrun.run.action.Action;
import io.labrun.run.action.ActionContext;
import io.labrun.run.action.Actions;
import io.labrun.run.check.Checks;
import io.labrun.run.engine.EngineException;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LiveValues;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds the verdict of one assertion: its actions, then its check until it holds or can't. */
final class AssertionRunner {
  /** How long a command that prepares something may take, unless the assertion says. */
  private static final Duration COMMAND = Duration.ofSeconds(60);

  private final Lab lab;
  private final Probes probes;
  private final Makers makers;
  private final RunListener listener;
  private final Cancellation cancellation;
  private final Path folder;
  private final Attempts attempts;
  private final Hopeless hopeless;
  private final Captures captures;

  AssertionRunner(
      Lab lab,
      Probes probes,
      Makers makers,
      Path folder,
      RunListener listener,
      Cancellation cancellation) {
    this.lab = lab;
    this.probes = probes;
    this.makers = makers;
    this.listener = listener;
    this.cancellation = cancellation;
    this.folder = folder;
    this.attempts = new Attempts(lab, probes, makers, folder, cancellation);
    this.hopeless = new Hopeless(lab);
    this.captures = new Captures(lab);
  }

  /**
   * The verdict of an assertion: an error where the time of the whole run is over meanwhile.
   *
   * @throws CancelledException if somebody asked to stop before, or meanwhile for another cause
   */
  AssertionResult run(Assertion assertion) {
    cancellation.check();
    Stopwatch watch = new Stopwatch();
    try {
      return run(assertion, watch);
    } catch (CancelledException stopped) {
      String late = cancellation.overdue().orElseThrow(() -> stopped);
      Problem why = Problem.of(late).at(assertion.check().kindSpan());
      return error(assertion, watch, why);
    }
  }

  private static AssertionResult error(Assertion assertion, Stopwatch watch, Problem why) {
    return new AssertionResult(
        assertion, Status.ERROR, watch.elapsed(), 0, List.of(), List.of(), Optional.of(why));
  }

  private AssertionResult run(Assertion assertion, Stopwatch watch) {
    Timing timing = assertion.timing().or(lab.plan().scenario().defaults().timing());
    Optional<Problem> undone = act(assertion);
    if (undone.isPresent()) {
      return error(assertion, watch, undone.get());
    }
    List<String> subjects = Checks.of(assertion.check().kind()).subjects(assertion.check());
    Retry retry =
        new Retry(
            timing,
            cancellation,
            () -> hopeless.because(subjects),
            n -> listener.on(new RunEvent.AssertionTried(assertion, n)));
    Attempt last = retry.run(() -> attempts.once(assertion, timing.timeout().orElseThrow()));
    return verdict(assertion, captures.keep(assertion, last), watch, retry.attempts());
  }

  private static AssertionResult verdict(
      Assertion assertion, Attempt last, Stopwatch watch, int attempts) {
    return new AssertionResult(
        assertion,
        last.status(),
        watch.elapsed(),
        attempts,
        last.observations(),
        last.across(),
        last.problem());
  }

  private Optional<Problem> act(Assertion assertion) {
    Duration limit = assertion.timing().timeout().orElse(COMMAND);
    for (Call call : assertion.actions()) {
      cancellation.check();
      try {
        ActionContext context =
            new ActionContext(lab, probes, makers, new LiveValues(lab), limit, folder);
        perform(Subjects.expand(call, lab), context);
      } catch (ProblemException e) {
        return Optional.of(e.problem().at(call.kindSpan()));
      } catch (EngineException e) {
        return Optional.of(Problem.of(e.getMessage()).at(call.kindSpan()));
      }
    }
    return Optional.empty();
  }

  private void perform(Call call, ActionContext context) {
    Action action = Actions.of(call.kind());
    if (action.onlyWaits()) {
      cancellation.interruptible(
          () -> {
            action.perform(call, context);
            return call;
          });
    } else {
      action.perform(call, context);
    }
  }
}
