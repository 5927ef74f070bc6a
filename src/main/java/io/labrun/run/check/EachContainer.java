package io.labrun.run.check;

import io.labrun.run.action.SideBySide;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.List;
import java.util.Optional;

/**
 * A check that looks at containers, each by itself, and of which the scenario must say what it
 * expects. What does not hold of one that has ended never will.
 */
abstract class EachContainer implements Check {
  private static final String CONTAINER = "container";

  @Override
  public final List<Finding> attempt(Call call, CheckContext context) {
    List<String> keys = new View(call.arguments(), context.resolver()).texts(CONTAINER);
    return SideBySide.look(keys, key -> look(key, context));
  }

  /** Looks at one container. */
  abstract Finding look(String key, CheckContext context);

  @Override
  public final Optional<Data> expectedByDefault(Call call) {
    return Optional.empty();
  }

  @Override
  public final List<String> subjects(Call call) {
    return new View(call.arguments(), TextResolver.AS_WRITTEN).texts(CONTAINER);
  }
}
