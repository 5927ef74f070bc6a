package io.labrun.run.action;

import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;

/** Changes a service, and has its tasks replaced. */
final class Update implements Action {
  @Override
  public String kind() {
    return "update";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    String key = view.text("service").orElseThrow();
    ServiceChange change =
        new ServiceChange(
            view.text("image"),
            view.words("command"),
            view.listOrMap("environment", '='),
            view.flag("force"));
    Refusals.watch(
        "the service `" + key + "` could not be updated",
        () -> context.maker().update(key, change));
  }
}
