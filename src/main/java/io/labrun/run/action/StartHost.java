package io.labrun.run.action;

import io.labrun.run.host.HostEngine;
import io.labrun.scenario.Call;

/** Switches hosts on again, side by side, and waits for their engines. */
final class StartHost implements Action {
  @Override
  public String kind() {
    return "start-host";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    SideBySide.each(
        TargetHosts.of(call, context.resolver()),
        host ->
            Refusals.watch(
                "the host `" + host + "` could not be switched on",
                () -> HostEngine.start(host, context.lab())));
  }
}
