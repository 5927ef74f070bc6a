package io.labrun.run.host;

import io.labrun.event.Problem;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.JoinTokens;
import io.labrun.run.engine.Swarm;
import io.labrun.run.engine.SwarmNode;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.spec.HostSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes hosts the members of one swarm.
 *
 * <p>A swarm that stood before, of machines, is used as it is, and nobody is added to it.
 */
public final class SwarmMaker {
  /** A member that is not ready by then may still become so: what follows says if not. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Lab lab;
  private final Map<String, String> labels;
  private final SwarmMark mark;
  private Optional<Found> found = Optional.empty();

  /** The swarm: the host that leads it, with which others join, and whether it stood before. */
  private record Found(String leader, JoinTokens tokens, boolean before) {}

  /**
   * Makes the swarm of a lab's hosts.
   *
   * @param labels what everything of the run carries
   */
  public SwarmMaker(Lab lab, Map<String, String> labels) {
    this.lab = lab;
    this.labels = Map.copyOf(labels);
    this.mark = new SwarmMark(lab.plan().run(), labels);
  }

  /** Makes the main engine a swarm of its own, unless it belongs to one. */
  public void mainEngine() {
    Engine engine = lab.engine();
    if (stoodBefore(engine)) {
      return;
    }
    mark.put("", engine, Optional.empty());
    if (!Membership.of(engine).isActive()) {
      try {
        engine.swarm().initAlone(labels);
      } catch (EngineException e) {
        // Somebody else was quicker, perhaps another run.
        if (e.kind() != EngineException.Kind.CONFLICT) {
          throw e;
        }
      }
    }
  }

  /** Whether an engine is a member of a swarm, and not because of a run. */
  private boolean stoodBefore(Engine engine) {
    return Membership.of(engine).isActive() && !mark.isOthers(engine);
  }

  /** Makes a host a member: the first one begins the swarm, the others join it. */
  public void join(String host) {
    Engine engine = lab.hosts().engine(host);
    boolean before = lab.hosts().isMachine(host) && stoodBefore(engine);
    if (begin(host, engine, before)) {
      return;
    }
    Found swarm = found.orElseThrow();
    String manager = lab.hosts().address(swarm.leader()) + ":" + Swarm.PORT;
    boolean member = before || !swarm.before() && prepare(host, engine, Optional.of(manager));
    if (member || swarm.before()) {
      requireMember(host, engine, swarm);
      return;
    }
    joinAs(host, engine, swarm, manager);
  }

  private void joinAs(String host, Engine engine, Found swarm, String manager) {
    boolean manages = role(host) == HostSpec.Role.MANAGER;
    engine
        .swarm()
        .join(
            lab.hosts().address(host),
            List.of(manager),
            manages ? swarm.tokens().manager() : swarm.tokens().worker());
    awaitReady(engine, lab.hosts().engine(swarm.leader()));
  }

  /** Whoever is told of a network or a task too early answers late. */
  private static void awaitReady(Engine member, Engine leader) {
    String node = Membership.of(member).node();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(leader, node) && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_EVERY.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean isReady(Engine leader, String node) {
    return leader.swarm().nodes().stream()
        .anyMatch(one -> one.id().equals(node) && one.state().equals("ready"));
  }

  /** The first who comes is a manager: the plan puts the others after it. */
  private synchronized boolean begin(String host, Engine engine, boolean before) {
    if (found.isPresent()) {
      return false;
    }
    boolean member = before || prepare(host, engine, Optional.empty());
    JoinTokens tokens =
        member ? engine.swarm().tokens() : engine.swarm().init(lab.hosts().address(host), labels);
    found = Optional.of(new Found(host, tokens, before));
    return true;
  }

  /**
   * A machine has a life after the run: what is changed about it is marked before. Gives whether it
   * is a member already, because of another run.
   */
  private boolean prepare(String host, Engine engine, Optional<String> manager) {
    if (!lab.hosts().isMachine(host)) {
      return false;
    }
    mark.put(host, engine, manager);
    return Membership.of(engine).isActive();
  }

  private void requireMember(String host, Engine engine, Found swarm) {
    String own = Membership.of(engine).node();
    boolean known =
        lab.hosts().engine(swarm.leader()).swarm().nodes().stream()
            .map(SwarmNode::id)
            .anyMatch(own::equals);
    if (!known) {
      throw ProblemException.lasting(
          Problem.of("`%s` and `%s` are not in one swarm".formatted(host, swarm.leader()))
              .help(
                  "labrun adds nobody to a swarm that stood before, and takes nobody out of one",
                  "`docker swarm leave` on the machines first, and labrun makes a swarm of them"));
    }
  }

  private HostSpec.Role role(String host) {
    return HostSpec.read(lab.plan().scenario().hosts().get(host)).swarm().orElseThrow();
  }
}
