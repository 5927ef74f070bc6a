package io.labrun.run.action;

import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;

/** Sends a signal to the main process of containers. */
final class Kill implements Action {
  @Override
  public String kind() {
    return "kill";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    String signal = view.text("signal").orElse("SIGKILL");
    SideBySide.each(Targets.of(call, context.resolver()), key -> kill(key, signal, context));
  }

  private static void kill(String key, String signal, ActionContext context) {
    String id = context.standing(key);
    Refusals.watch(
        "`%s` could not be sent %s".formatted(key, signal),
        () -> context.lab().engineOf(key).kill(id, signal));
  }
}
