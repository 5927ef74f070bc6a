package io.labrun.run.action;

import io.labrun.run.host.Cut;
import io.labrun.scenario.Call;
import java.util.List;

/** Lets hosts that were cut off and all others reach each other again. */
final class Heal implements Action {
  @Override
  public String kind() {
    return "heal";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    List<String> back = TargetHosts.of(call, context.resolver());
    Refusals.watch("the hosts could not be healed", () -> new Cut(context.lab()).heal(back));
  }
}
