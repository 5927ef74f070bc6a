package io.labrun.run.action;

import io.labrun.run.lab.Gone;
import io.labrun.scenario.Call;
import java.util.Optional;

/**
 * Stops containers: the stop signal, then the kill after the grace period. One that has ended, and
 * with {@code rm: true} is gone, needs no stopping.
 */
final class Stop implements Action {
  @Override
  public String kind() {
    return "stop";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    SideBySide.each(Targets.of(call, context.resolver()), key -> stop(key, context));
  }

  private static void stop(String key, ActionContext context) {
    String id = context.lab().containers().get(key);
    Namespaces.letGo(key, context);
    if (Gone.hasLeft(context.lab(), key)) {
      return;
    }
    Refusals.watch(
        "`" + key + "` could not be stopped",
        () -> context.lab().engineOf(key).stop(id, Optional.empty()));
  }
}
