package io.labrun.cli;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.load.LoadResult;
import io.labrun.load.danger.Danger;
import io.labrun.plan.Plan;
import io.labrun.run.Cancellation;
import io.labrun.scenario.Grant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a scenario through if it gets all that it asks for: on the command line, by the trust that
 * its folder has, or by an answer; otherwise it is refused, and nothing touches the engine.
 */
final class Gate {
  private final Set<Grant> allowed;
  private final Optional<TrustFile> trust;
  private final Question question;

  /** A gate for one command. */
  Gate(Invocation invocation, Set<Grant> allowed, Cancellation cancellation) {
    this.allowed = allowed;
    this.trust = TrustFile.of(invocation.console().env());
    this.question = new Question(invocation, cancellation);
  }

  /**
   * The result of a scenario that is refused, which the listener is told; empty if it may run.
   *
   * @param dangers all that is dangerous in it now: it may be more or less than by itself
   */
  Optional<ScenarioResult> refusal(
      Path file, LoadResult loaded, List<Danger> dangers, Plan plan, RunListener listener) {
    Optional<Problem> why = why(file, loaded, dangers);
    why.ifPresent(problem -> listener.on(new RunEvent.ScenarioStarted(plan)));
    Optional<ScenarioResult> result = why.map(problem -> refused(plan, problem));
    result.ifPresent(refused -> listener.on(new RunEvent.ScenarioFinished(refused)));
    return result;
  }

  private Optional<Problem> why(Path file, LoadResult loaded, List<Danger> dangers) {
    List<Danger> open =
        dangers.stream().filter(danger -> !allowed.contains(danger.grant())).toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Problem problem = GrantProblem.of(open, file);
    try {
      if (trust.isPresent() && trust.get().isTrusted(file)) {
        return Optional.empty();
      }
    } catch (UseException broken) {
      problem = GrantProblem.with(problem, broken);
    }
    return question.isYes(loaded.scenario().orElseThrow().name().name(), problem)
        ? Optional.empty()
        : Optional.of(problem);
  }

  private static ScenarioResult refused(Plan plan, Problem why) {
    Problem untried = Problem.of("the scenario was refused");
    List<AssertionResult> results =
        plan.scenario().assertions().stream()
            .map(assertion -> AssertionResult.untried(assertion, Status.SKIPPED, untried))
            .toList();
    return new ScenarioResult(
        plan, Outcome.REFUSED, results, Optional.of(why), List.of(), false, Duration.ZERO);
  }

  /** What some dangers need. */
  static Set<Grant> grants(List<Danger> dangers) {
    Set<Grant> out = EnumSet.noneOf(Grant.class);
    dangers.forEach(danger -> out.add(danger.grant()));
    return out;
  }
}
