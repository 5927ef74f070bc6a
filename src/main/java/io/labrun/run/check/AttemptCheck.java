package io.labrun.run.check;

import io.labrun.run.action.Actions;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tries one action.
 *
 * <p>Once it has succeeded it is not tried again: connecting twice, say, is refused for another
 * reason, and a claim that it is refused would then hold for the wrong one.
 */
final class AttemptCheck implements Check {

  @Override
  public String kind() {
    return "attempt";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    Call action = action(call);
    long begun = System.nanoTime();
    try {
      Actions.of(action.kind()).perform(action, context.forAction());
      return List.of(finding(action, true, "", Millis.since(begun)));
    } catch (ProblemException e) {
      String words = e.refusal().orElseThrow(() -> e);
      return List.of(finding(action, false, words, Millis.since(begun)));
    }
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.of(Expectations.that(call, "succeeded", Expectations.yes(call)));
  }

  /** None: an action may be just about a container that has ended. */
  @Override
  public List<String> subjects(Call call) {
    return List.of();
  }

  private static Call action(Call call) {
    Data.Entry entry = call.arguments().entries().values().iterator().next();
    return new Call(entry.key(), entry.keySpan(), entry.value());
  }

  private static String inALine(String words) {
    return words.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("; "));
  }

  private static Finding finding(Call action, boolean succeeded, String error, String took) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("succeeded", succeeded);
    fields.put("error", error);
    fields.put("took", took);
    return new Finding(
        action.kind(),
        fields,
        succeeded ? "it succeeded in " + took : "refused: " + inALine(error),
        Optional.empty(),
        succeeded,
        Control.NONE);
  }
}
