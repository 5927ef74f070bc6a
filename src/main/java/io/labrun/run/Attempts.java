package io.labrun.run;

import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.run.check.Across;
import io.labrun.run.check.Check;
import io.labrun.run.check.CheckContext;
import io.labrun.run.check.Checks;
import io.labrun.run.check.Finding;
import io.labrun.run.engine.EngineException;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LiveValues;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.match.Matching;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tries checks, once each, and holds what was seen against what is expected. */
final class Attempts {
  private final Lab lab;
  private final Probes probes;
  private final Makers makers;
  private final Path folder;
  private final Cancellation cancellation;

  Attempts(Lab lab, Probes probes, Makers makers, Path folder, Cancellation cancellation) {
    this.lab = lab;
    this.probes = probes;
    this.makers = makers;
    this.folder = folder;
    this.cancellation = cancellation;
  }

  /** Tries the check of an assertion once; never fails but with an attempt that says so. */
  Attempt once(Assertion assertion, Duration timeout) {
    try {
      return evaluate(assertion, timeout);
    } catch (ProblemException e) {
      return Attempt.impossible(e.problem().at(assertion.check().kindSpan()), e.isLasting());
    } catch (EngineException e) {
      return Attempt.impossible(
          Problem.of(why(e)).at(assertion.check().kindSpan()), isLasting(e.kind()));
    }
  }

  /** What was interrupted is told by whoever did it. */
  private String why(EngineException e) {
    boolean stopped = e.kind() == EngineException.Kind.INTERRUPTED && cancellation.isAsked();
    return stopped ? cancellation.overdue().orElse("the run was stopped") : e.getMessage();
  }

  private static boolean isLasting(EngineException.Kind kind) {
    return kind == EngineException.Kind.UNREACHABLE || kind == EngineException.Kind.BAD_REQUEST;
  }

  private Attempt evaluate(Assertion assertion, Duration timeout) {
    Check check = Checks.of(assertion.check().kind());
    TextResolver live = new LiveValues(lab);
    CheckContext context = new CheckContext(lab, probes, makers, live, timeout, folder, assertion);
    List<Finding> findings = check.attempt(Subjects.expand(assertion.check(), lab), context);
    if (findings.isEmpty()) {
      throw new IllegalStateException("the check `" + check.kind() + "` looked at nothing");
    }
    Optional<Data> expected =
        assertion.expect().or(() -> check.expectedByDefault(assertion.check()));
    List<Observation> observations =
        findings.stream().map(finding -> observe(finding, expected, live)).toList();
    List<Mismatch> across =
        assertion.across().map(map -> Across.compare(map, findings)).orElse(List.of());
    Attempt attempt =
        new Attempt(findings, observations, across, Optional.empty(), isSettled(findings));
    return attempt.status() == Status.PASSED ? controlled(attempt) : attempt;
  }

  private static boolean isSettled(List<Finding> findings) {
    return findings.stream().anyMatch(Finding::settled);
  }

  private static Observation observe(Finding finding, Optional<Data> expected, TextResolver live) {
    List<Mismatch> mismatches =
        expected.map(data -> Matching.match(data, finding.result(), live)).orElse(List.of());
    return new Observation(finding.subject(), finding.summary(), finding.output(), mismatches);
  }

  /**
   * A claim that holds because something is not so must be proved not to hold for want of looking.
   */
  private static Attempt controlled(Attempt attempt) {
    return attempt.findings().stream()
        .map(finding -> finding.control().objection())
        .flatMap(Optional::stream)
        .findFirst()
        .map(objection -> attempt.with(objection, attempt.lasting()))
        .orElse(attempt);
  }
}
