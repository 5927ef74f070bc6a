package io.labrun.run.action;

import io.labrun.scenario.Call;

/** Removes containers by force, with their anonymous volumes. */
final class Remove implements Action {
  @Override
  public String kind() {
    return "remove";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    SideBySide.each(Targets.of(call, context.resolver()), key -> remove(key, context));
  }

  static void remove(String key, ActionContext context) {
    String id = context.lab().containers().get(key);
    Namespaces.letGo(key, context);
    Refusals.watch(
        "`" + key + "` could not be removed",
        () -> context.lab().engineOf(key).removeContainer(id));
    context.lab().containers().gone(key);
  }
}
