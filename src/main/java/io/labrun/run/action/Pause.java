package io.labrun.run.action;

import io.labrun.scenario.Call;

/** Freezes containers. */
final class Pause implements Action {
  @Override
  public String kind() {
    return "pause";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    SideBySide.each(Targets.of(call, context.resolver()), key -> pause(key, context));
  }

  private static void pause(String key, ActionContext context) {
    String id = context.standing(key);
    Refusals.watch(
        "`" + key + "` could not be paused", () -> context.lab().engineOf(key).pause(id));
  }
}
