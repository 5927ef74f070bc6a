package io.labrun.run.action;

import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;

/** Takes a container off a network. */
final class Disconnect implements Action {
  @Override
  public String kind() {
    return "disconnect";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    String key = view.text("container").orElseThrow();
    String network = view.text("network").orElseThrow();
    String networkId = context.lab().networks().get(network);
    String id = context.standing(key);
    Refusals.watch(
        "`%s` could not be disconnected from `%s`".formatted(key, network),
        () -> context.lab().engineOf(key).disconnect(id, networkId));
  }
}
