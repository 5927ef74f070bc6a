package io.labrun.run.action;

import io.labrun.run.host.HostEngine;
import io.labrun.scenario.Call;

/** Switches hosts off, side by side. */
final class StopHost implements Action {
  @Override
  public String kind() {
    return "stop-host";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    SideBySide.each(
        TargetHosts.of(call, context.resolver()),
        host ->
            Refusals.watch(
                "the host `" + host + "` could not be switched off",
                () -> HostEngine.stop(host, context.lab())));
  }
}
