package io.labrun.run.lab;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.Subnet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The subnets that scenarios ask for which run on one engine, at once or one after another. A
 * network whose subnet the engine chooses is kept out of them, since it may stand when the other is
 * made: the engine knows nothing of what is still to come.
 *
 * <p>The choice is left to the engine, which also avoids what its machine has routes to.
 */
public final class Subnets {
  /** More than the engine has of its own; one with many small pools is not asked for ever. */
  private static final int MOST_TRIES = 40;

  private final Set<Subnet> asked = ConcurrentHashMap.newKeySet();

  /** Whatever is chosen may lie in the way for a moment, in which nobody asks for a subnet. */
  private final ReadWriteLock moment = new ReentrantReadWriteLock(true);

  /** Scenarios ask for these. */
  public void ask(Collection<Subnet> subnets) {
    asked.addAll(subnets);
  }

  /** Makes a network and gives its id. */
  public String create(Engine engine, NetworkRequest request) {
    if (asked.isEmpty()) {
      return engine.createNetwork(request);
    }
    boolean chosen = isChosen(request.spec());
    Lock lock = chosen ? moment.readLock() : moment.writeLock();
    lock.lock();
    try {
      return chosen ? outside(engine, request) : engine.createNetwork(request);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the engine chooses the subnet. */
  private static boolean isChosen(NetworkSpec spec) {
    return spec.ipamDriver().isEmpty()
        && spec.pools().stream().allMatch(pool -> pool.subnet().isEmpty());
  }

  /** What the engine chose wrongly is held meanwhile, so that it is not chosen again. */
  private String outside(Engine engine, NetworkRequest request) {
    List<String> held = new ArrayList<>();
    try {
      String id = engine.createNetwork(request);
      while (isInTheWay(engine, id) && held.size() < MOST_TRIES) {
        engine.removeNetwork(id);
        held.add(engine.createNetwork(holding(request, held.size())));
        id = engine.createNetwork(request);
      }
      return id;
    } catch (EngineException e) {
      if (held.isEmpty()) {
        throw e;
      }
      release(engine, held);
      held.clear();
      return engine.createNetwork(request);
    } finally {
      release(engine, held);
    }
  }

  private static NetworkRequest holding(NetworkRequest request, int number) {
    return new NetworkRequest(request.name() + "-held-" + number, request.labels(), request.spec());
  }

  /** Networks of a swarm have subnets apart from all others. */
  private boolean isInTheWay(Engine engine, String id) {
    Tree network = new Tree(engine.inspect(ObjectKind.NETWORK, id));
    boolean local = network.text("Scope").filter("swarm"::equals).isEmpty();
    return local
        && network.items("IPAM", "Config").stream()
            .flatMap(pool -> pool.text("Subnet").flatMap(Subnet::parse).stream())
            .anyMatch(subnet -> asked.stream().anyMatch(subnet::overlaps));
  }

  /** What can't be removed now has the run's labels, and goes with it. */
  private static void release(Engine engine, List<String> held) {
    for (String id : held) {
      try {
        engine.removeNetwork(id);
      } catch (EngineException e) {
        continue;
      }
    }
  }
}
