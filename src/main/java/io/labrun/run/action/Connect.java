package io.labrun.run.action;

import io.labrun.run.engine.Endpoint;
import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins a container to a network; it answers to its key there. */
final class Connect implements Action {
  @Override
  public String kind() {
    return "connect";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    String key = view.text("container").orElseThrow();
    String network = view.text("network").orElseThrow();
    Endpoint endpoint = endpoint(key, context.lab().networks().get(network), view);
    String id = context.standing(key);
    Refusals.watch(
        "`%s` could not be connected to `%s`".formatted(key, network),
        () -> context.lab().engineOf(key).connect(id, endpoint));
  }

  private static Endpoint endpoint(String key, String networkId, View view) {
    List<String> aliases = new ArrayList<>(List.of(key));
    aliases.addAll(view.texts("aliases"));
    return new Endpoint(
        networkId, aliases, view.text("ipv4_address"), view.text("ipv6_address"), Optional.empty());
  }
}
