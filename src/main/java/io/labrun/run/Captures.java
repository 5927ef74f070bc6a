package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.run.lab.Lab;
import io.labrun.run.match.Values;
import io.labrun.scenario.Assertion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what an assertion captures of its result for later steps. */
final class Captures {
  private final Lab lab;

  Captures(Lab lab) {
    this.lab = lab;
  }

  /** Keeps the fields; the attempt with a problem if there is nothing under a field. */
  Attempt keep(Assertion assertion, Attempt attempt) {
    if (attempt.status() != Status.PASSED) {
      return attempt;
    }
    Object result = attempt.findings().get(0).result();
    for (Assertion.Capture capture : assertion.capture()) {
      Optional<Object> value = Values.at(result, capture.field().name());
      if (value.isEmpty() || value.get() instanceof Map || value.get() instanceof List) {
        return attempt.with(nothing(capture), true);
      }
      lab.capture(capture.name().name(), value.get().toString().stripTrailing());
    }
    return attempt;
  }

  private static Problem nothing(Assertion.Capture capture) {
    String field = capture.field().name();
    return Problem.of("the result has no single value `%s` to capture".formatted(field))
        .at(capture.field().span());
  }
}
