package io.labrun.run.action;

import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;

/** Gives a service another number of tasks. */
final class Scale implements Action {
  @Override
  public String kind() {
    return "scale";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    String key = view.text("service").orElseThrow();
    long replicas = view.whole("replicas").orElse(1L);
    Refusals.watch(
        "the service `" + key + "` could not be scaled",
        () -> context.maker().scale(key, replicas));
  }
}
