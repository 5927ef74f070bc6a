package io.labrun.run.action;

import io.labrun.scenario.Call;

/** Lets frozen containers run on. */
final class Unpause implements Action {
  @Override
  public String kind() {
    return "unpause";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    SideBySide.each(Targets.of(call, context.resolver()), key -> unpause(key, context));
  }

  private static void unpause(String key, ActionContext context) {
    String id = context.standing(key);
    Refusals.watch(
        "`" + key + "` could not be unpaused", () -> context.lab().engineOf(key).unpause(id));
  }
}
