package io.labrun.run.host;

import io.labrun.plan.HostContainer;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Subnets;
import io.labrun.scenario.spec.IpAddress;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.NetworkSpec.Pool;
import io.labrun.scenario.spec.Subnet;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The network that the hosts share. Each has a fixed address there: the members of a swarm know
 * each other by it, and one that was switched off must come back as the same.
 *
 * @param id its id
 * @param subnet its subnet
 */
record Underlay(String id, Subnet subnet) {
  /** The first address is the gateway's. */
  private static final int FIRST = 2;

  /** How often to try where others make networks at the same time. */
  private static final int TRIES = 5;

  /**
   * Makes it, in a subnet that the engine finds free: a fixed address takes a subnet that was asked
   * for, so it is asked for what was found.
   *
   * @param subnets what others ask for
   */
  static Underlay make(Lab lab, Map<String, String> labels, Subnets subnets) {
    String name = HostContainer.underlay(lab.plan().run());
    for (int i = 1; ; i++) {
      String free = free(lab.engine(), new NetworkRequest(name, labels, spec(List.of())), subnets);
      try {
        Pool pool = new Pool(Optional.of(free), Optional.empty(), Optional.empty(), Map.of());
        NetworkRequest request = new NetworkRequest(name, labels, spec(List.of(pool)));
        return new Underlay(lab.engine().createNetwork(request), Subnet.parse(free).orElseThrow());
      } catch (EngineException e) {
        if (e.kind() != EngineException.Kind.CONFLICT || i == TRIES) {
          throw e;
        }
      }
    }
  }

  private static String free(Engine engine, NetworkRequest request, Subnets subnets) {
    String id = subnets.create(engine, request);
    Tree tree = new Tree(engine.inspect(ObjectKind.NETWORK, id));
    engine.removeNetwork(id);
    return tree.items("IPAM", "Config").get(0).text("Subnet").orElseThrow();
  }

  private static NetworkSpec spec(List<Pool> pools) {
    return new NetworkSpec(
        Optional.empty(),
        false,
        Optional.of("bridge"),
        Map.of(),
        pools,
        Optional.empty(),
        Map.of(),
        false,
        false,
        false,
        Map.of(),
        Optional.empty(),
        true);
  }

  /** The place of a host: its address by its number in the scenario, its key for a name. */
  Endpoint place(Lab lab, String host) {
    int number = List.copyOf(lab.plan().scenario().hosts().keySet()).indexOf(host);
    BigInteger address = subnet.first().value().add(BigInteger.valueOf(FIRST + number));
    return new Endpoint(
        id,
        List.of(host),
        Optional.of(new IpAddress(address, subnet.written().bits()).toString()),
        Optional.empty(),
        Optional.empty());
  }
}
