package io.labrun.run;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Subnets;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.NetworkSpec;
import java.util.function.Supplier;

/** Makes declared networks, and finds external ones. */
final class NetworkMaker {
  private final Lab lab;
  private final RunLabels labels;
  private final Supplier<TextResolver> resolvers;
  private final Subnets subnets;
  private final Neighbours neighbours;

  /**
   * A maker.
   *
   * @param subnets what is asked for on the main engine, by whichever run
   * @param neighbours the runs of other processes there
   */
  NetworkMaker(
      Lab lab,
      RunLabels labels,
      Supplier<TextResolver> resolvers,
      Subnets subnets,
      Neighbours neighbours) {
    this.lab = lab;
    this.labels = labels;
    this.subnets = subnets;
    this.neighbours = neighbours;
    this.resolvers = resolvers;
  }

  /** Makes a network, or finds it, and gives its id. */
  String make(String key) {
    NetworkSpec spec = spec(key);
    String name = lab.plan().names().networks().get(key);
    String id =
        spec.external()
            ? Existing.external(lab.engineOfNetwork(key), ObjectKind.NETWORK, name)
                .get("Id")
                .toString()
            : create(key, name, spec);
    lab.networks().stands(key, id);
    return id;
  }

  /** Finds the external networks, for a lab whose own stand already. */
  void findExternal() {
    lab.plan().scenario().networks().keySet().stream()
        .filter(key -> spec(key).external())
        .forEach(this::make);
  }

  private NetworkSpec spec(String key) {
    return NetworkSpec.read(lab.plan().scenario().networks().get(key), resolvers.get());
  }

  private String create(String key, String name, NetworkSpec spec) {
    Existing.refuseTaken(
        lab.engineOfNetwork(key), ObjectKind.NETWORK, name, spec.name().isPresent());
    Engine engine = lab.engineOfNetwork(key);
    NetworkRequest request = new NetworkRequest(name, labels.with(key, spec.labels()), spec);
    return engine == lab.engine()
        ? neighbours.makeAfter(engine, request, () -> subnets.create(engine, request))
        : engine.createNetwork(request);
  }
}
