package io.labrun.run.action;

import io.labrun.run.lab.Gone;
import io.labrun.scenario.Call;
import java.util.Optional;

/** Stops containers and starts them again. */
final class Restart implements Action {
  @Override
  public String kind() {
    return "restart";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    SideBySide.each(Targets.of(call, context.resolver()), key -> restart(key, context));
  }

  private static void restart(String key, ActionContext context) {
    String id = context.lab().containers().get(key);
    Namespaces.letGo(key, context);
    if (Gone.hasLeft(context.lab(), key)) {
      Start.start(key, context);
      return;
    }
    Refusals.watch(
        "`" + key + "` could not be restarted",
        () -> context.lab().engineOf(key).restart(id, Optional.empty()));
  }
}
