package io.labrun.run.action;

import io.labrun.scenario.Call;
import java.util.List;

/** Removes containers, then makes and starts them anew, one after another. */
final class Recreate implements Action {
  @Override
  public String kind() {
    return "recreate";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    List<String> keys = Targets.of(call, context.resolver());
    SideBySide.each(keys, key -> Remove.remove(key, context));
    keys.forEach(key -> Start.start(key, context));
  }
}
