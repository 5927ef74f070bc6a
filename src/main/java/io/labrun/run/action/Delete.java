package io.labrun.run.action;

import io.labrun.run.lab.Lab;
import io.labrun.scenario.Call;
import io.labrun.scenario.spec.View;

/**
 * Removes networks, volumes and services, one after another; the engine refuses while one is in
 * use.
 */
final class Delete implements Action {
  @Override
  public String kind() {
    return "delete";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    View view = new View(call.arguments(), context.resolver());
    view.texts("network").forEach(key -> network(key, context.lab()));
    view.texts("volume").forEach(key -> volume(key, context.lab()));
    view.texts("service").forEach(key -> service(key, context.lab()));
  }

  private static void network(String key, Lab lab) {
    String id = lab.networks().get(key);
    Refusals.watch(
        "the network `" + key + "` could not be deleted",
        () -> lab.engineOfNetwork(key).removeNetwork(id));
    lab.networks().gone(key);
  }

  private static void service(String key, Lab lab) {
    String id = lab.services().get(key);
    Refusals.watch(
        "the service `" + key + "` could not be deleted",
        () -> lab.engineOfService(key).swarm().removeService(id));
    lab.services().gone(key);
  }

  private static void volume(String key, Lab lab) {
    String name = lab.volumes().get(key);
    Refusals.watch(
        "the volume `" + key + "` could not be deleted",
        () -> lab.engineOfVolume(key).removeVolume(name));
    lab.volumes().gone(key);
  }
}
