package io.labrun.run;

import io.labrun.event.AssertionResult;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.Status;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the assertions in the order of the file; what they need, and when to stop. */
final class AssertionsRunner {
  private final AssertionRunner runner;
  private final RunListener listener;
  private final Map<String, Status> verdicts = new LinkedHashMap<>();

  AssertionsRunner(AssertionRunner runner, RunListener listener) {
    this.runner = runner;
    this.listener = listener;
  }

  /** The results of all assertions; of those after a stop that they were not tried. */
  List<AssertionResult> run(List<Assertion> assertions) {
    List<AssertionResult> results = new ArrayList<>();
    Optional<Problem> stopped = Optional.empty();
    for (Assertion assertion : assertions) {
      listener.on(new RunEvent.AssertionStarted(assertion));
      AssertionResult result = stopped.isPresent() ? untried(assertion, stopped) : one(assertion);
      verdicts.put(assertion.name().name(), result.status());
      results.add(result);
      listener.on(new RunEvent.AssertionFinished(result));
      stopped = stopped.or(() -> stop(result));
    }
    return results;
  }

  private AssertionResult one(Assertion assertion) {
    for (Named need : assertion.needs()) {
      if (verdicts.get(need.name()) != Status.PASSED) {
        Problem why = Problem.of("it needs \"" + need.name() + "\", which did not pass");
        return AssertionResult.untried(assertion, Status.BLOCKED, why.at(need.span()));
      }
    }
    try {
      return runner.run(assertion);
    } catch (CancelledException e) {
      return AssertionResult.untried(assertion, Status.SKIPPED, Problem.of("the run was stopped"));
    }
  }

  private static AssertionResult untried(Assertion assertion, Optional<Problem> stopped) {
    return AssertionResult.untried(assertion, Status.SKIPPED, stopped.orElseThrow());
  }

  private static Optional<Problem> stop(AssertionResult result) {
    if (!result.assertion().stop() || result.status() == Status.PASSED) {
      return Optional.empty();
    }
    String name = result.assertion().name().name();
    return Optional.of(Problem.of("\"" + name + "\" did not pass, and it says `stop: true`"));
  }
}
