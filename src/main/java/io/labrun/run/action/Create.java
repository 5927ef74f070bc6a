package io.labrun.run.action;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;
import java.util.Optional;

/** Makes networks, volumes and services that were not made with the rest, one after another. */
final class Create implements Action {
  @Override
  public String kind() {
    return "create";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    for (String key : view.texts("network")) {
      refuseStanding("network", key, context.lab().networks().find(key));
      create("network", key, () -> context.maker().network(key));
    }
    for (String key : view.texts("service")) {
      refuseStanding("service", key, context.lab().services().find(key));
      create("service", key, () -> context.maker().service(key));
    }
    for (String key : view.texts("volume")) {
      refuseStanding("volume", key, context.lab().volumes().find(key));
      create("volume", key, () -> context.maker().volume(key));
    }
  }

  private static void create(String kind, String key, Runnable call) {
    Refusals.watch("the %s `%s` could not be created".formatted(kind, key), call);
  }

  /** The engine takes a second request for a volume as done: that would hide a mistake. */
  private static void refuseStanding(String kind, String key, Optional<String> standing) {
    if (standing.isPresent()) {
      throw ProblemException.lasting(
          Problem.of("the %s `%s` stands already at this point".formatted(kind, key))
              .help("`delete` removes it before it is created again"));
    }
  }
}
