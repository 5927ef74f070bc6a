package io.labrun.run.action;

import io.labrun.run.host.Cut;
import io.labrun.scenario.Call;
import java.util.List;

/** Cuts hosts off from all other hosts. */
final class Partition implements Action {
  @Override
  public String kind() {
    return "partition";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    List<String> apart = TargetHosts.of(call, context.resolver());
    Refusals.watch("the hosts could not be cut off", () -> new Cut(context.lab()).between(apart));
  }
}
