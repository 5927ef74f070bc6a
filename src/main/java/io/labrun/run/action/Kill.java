package io.labrun.run.action;

import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;
import java.util.List;

/** Sends a signal to the main process of containers, those of services' tasks too. */
final class Kill implements Action {
  @Override
  public String kind() {
    return "kill";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    String signal = view.text("signal").orElse("SIGKILL");
    List<String> keys =
        Targets.of(call, context.resolver()).stream()
            .flatMap(name -> context.lab().tasks().named(name).stream())
            .toList();
    SideBySide.each(keys, key -> kill(key, signal, context));
  }

  private static void kill(String key, String signal, ActionContext context) {
    String id = context.standing(key);
    Refusals.watch(
        "`%s` could not be sent %s".formatted(key, signal),
        () -> context.lab().engineOf(key).kill(id, signal));
  }
}
