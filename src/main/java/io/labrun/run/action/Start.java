package io.labrun.run.action;

import io.labrun.run.lab.Gone;
import io.labrun.scenario.Call;

/** Starts containers, one after another; makes those that are not made yet, or have gone. */
final class Start implements Action {
  @Override
  public String kind() {
    return "start";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    Targets.of(call, context.resolver()).forEach(key -> start(key, context));
  }

  static void start(String key, ActionContext context) {
    Refusals.watch(
        "`" + key + "` could not be started",
        () -> {
          if (Gone.hasLeft(context.lab(), key)) {
            Remove.remove(key, context);
          }
          if (context.lab().containers().find(key).isEmpty()) {
            context.maker().container(key);
          }
          context.lab().engineOf(key).start(context.lab().containers().get(key));
        });
  }
}
