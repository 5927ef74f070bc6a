package io.labrun.run.action;

import io.labrun.scenario.Call;
import java.util.Optional;

/** Stops containers: the stop signal, then the kill after the grace period. */
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
    String id = context.lab().container(key);
    Namespaces.letGo(key, context);
    Refusals.watch(
        "`" + key + "` could not be stopped",
        () -> context.lab().engine().stop(id, Optional.empty()));
  }
}
