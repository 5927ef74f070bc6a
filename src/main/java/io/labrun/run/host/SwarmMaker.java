package io.labrun.run.host;

import io.labrun.event.Problem;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.JoinTokens;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Swarm;
import io.labrun.run.engine.SwarmNode;
import io.labrun.run.engine.Tree;
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
    this.mark = new SwarmMark(lab.plan().run(), labels);
  }

  /** Makes the main engine a swarm of its own, unless it belongs to one. */
  public void mainEngine() {
    if (!lab.engine().facts().swarm()) {
      String made = mark.put("", lab.engine());
      try {
        lab.engine().swarm().initAlone();
      } catch (EngineException e) {
        // The mark would have somebody else's swarm left, who was quicker.
        lab.engine().removeVolume(made);
        throw e;
      }
    }
  }

  /** Makes a host a member: the first one begins the swarm, the others join it. */
  public void join(String host) {
    Engine engine = lab.hosts().engine(host);
    boolean member = lab.hosts().isMachine(host) && engine.facts().swarm();
    if (begin(host, engine, member)) {
      return;
    }
    Found swarm = found.orElseThrow();
    if (member || swarm.before()) {
      requireMember(host, engine, swarm);
      return;
    }
    prepare(host, engine);
    boolean manager = role(host) == HostSpec.Role.MANAGER;
    engine
        .swarm()
        .join(
            lab.hosts().address(host),
            List.of(lab.hosts().address(swarm.leader()) + ":" + Swarm.PORT),
            manager ? swarm.tokens().manager() : swarm.tokens().worker());
    awaitReady(engine, lab.hosts().engine(swarm.leader()));
  }

  /** Whoever is told of a network or a task too early answers late. */
  private static void awaitReady(Engine member, Engine leader) {
    String node = node(member);
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

  private static String node(Engine member) {
    return new Tree(member.inspect(ObjectKind.ENGINE, "")).text("Swarm", "NodeID").orElse("");
  }

  /** The first who comes is a manager: the plan puts the others after it. */
  private synchronized boolean begin(String host, Engine engine, boolean member) {
    if (found.isPresent()) {
      return false;
    }
    if (!member) {
      prepare(host, engine);
    }
    JoinTokens tokens =
        member ? engine.swarm().tokens() : engine.swarm().init(lab.hosts().address(host));
    found = Optional.of(new Found(host, tokens, member));
    return true;
  }

  /** A machine has a life after the run: what is changed about it is marked before. */
  private void prepare(String host, Engine engine) {
    if (lab.hosts().isMachine(host)) {
      mark.put(host, engine);
    }
  }

  private void requireMember(String host, Engine engine, Found swarm) {
    String own = node(engine);
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
