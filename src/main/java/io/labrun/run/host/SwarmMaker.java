package io.labrun.run.host;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.JoinTokens;
import io.labrun.run.engine.Swarm;
import io.labrun.run.lab.Lab;
import io.labrun.scenario.spec.HostSpec;
import java.util.List;
import java.util.Optional;

/** Makes hosts the members of one swarm. */
public final class SwarmMaker {
  private final Lab lab;
  private String leader = "";
  private Optional<JoinTokens> tokens = Optional.empty();

  /** Makes the swarm of a lab's hosts. */
  public SwarmMaker(Lab lab) {
    this.lab = lab;
  }

  /** Makes a host a member: the first one begins the swarm, the others join it. */
  public void join(String host) {
    Engine engine = lab.hosts().engine(host);
    if (begin(host, engine)) {
      return;
    }
    JoinTokens both = tokens.orElseThrow();
    boolean manager = role(host) == HostSpec.Role.MANAGER;
    engine
        .swarm()
        .join(lab.hosts().address(host), List.of(leader), manager ? both.manager() : both.worker());
  }

  /** The first who comes is a manager: the plan puts the others after it. */
  private synchronized boolean begin(String host, Engine engine) {
    if (tokens.isPresent()) {
      return false;
    }
    String address = lab.hosts().address(host);
    tokens = Optional.of(engine.swarm().init(address));
    leader = address + ":" + Swarm.PORT;
    return true;
  }

  private HostSpec.Role role(String host) {
    return HostSpec.read(lab.plan().scenario().hosts().get(host)).swarm().orElseThrow();
  }
}
