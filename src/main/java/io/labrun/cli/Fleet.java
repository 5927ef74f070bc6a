package io.labrun.cli;

import io.labrun.batch.Lane;
import io.labrun.batch.Lanes;
import io.labrun.event.Leftover;
import io.labrun.load.LoadResult;
import io.labrun.load.danger.Danger;
import io.labrun.plan.RunName;
import io.labrun.run.EngineShare;
import io.labrun.run.RunSettings;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.ObjectKind;
import io.labrun.scenario.Grant;
import io.labrun.scenario.spec.Subnet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The engines of one batch: the one that is meant, or several that share the work. */
final class Fleet implements Lanes, AutoCloseable {
  private static final int RUNS_PER_PROCESSOR = 2;
  private static final long MEMORY_PER_RUN = 256L << 20;
  private static final long MOST_RUNS = 16;
  private static final long PATIENCE_MILLIS = 1_000;
  private static final Duration PING = Duration.ofSeconds(7);
  private static final Duration RETURN = Duration.ofSeconds(30);

  private final List<String> hosts;
  private final List<Engines> engines;
  private final OptionalInt jobs;
  private final List<EngineShare> shares;
  private final List<Lane> lanes = new ArrayList<>();
  private final EngineWays ways = new EngineWays();

  private Fleet(List<String> hosts, List<Engines> engines, OptionalInt jobs) {
    this.hosts = List.copyOf(hosts);
    this.engines = List.copyOf(engines);
    this.jobs = jobs;
    this.shares = engines.stream().map(one -> new EngineShare(RunSettings.USUAL_PARALLEL)).toList();
  }

  /**
   * One engine.
   *
   * @param jobs how many runs may be on it at once; empty where it decides
   */
  static Fleet of(Engines engines, OptionalInt jobs) {
    return new Fleet(List.of(), List.of(engines), jobs);
  }

  /**
   * Begins to connect to several engines.
   *
   * @param hosts how the user names them
   * @param jobs how many runs may be on each at once; empty where it decides
   */
  static Fleet of(List<String> hosts, Console console, OptionalInt jobs) {
    Stream<Engines> all = hosts.stream().map(host -> Engines.connect(console, Optional.of(host)));
    return new Fleet(hosts, all.toList(), jobs);
  }

  @Override
  public List<Lane> open() {
    Map<Object, Lane> byId = new HashMap<>();
    for (int index = 0; index < engines.size(); index++) {
      Engine engine = engines.get(index).get();
      EngineFacts facts = engine.facts();
      Lane lane = new Lane(index, facts.address(), places(facts), facts.memory());
      Lane same = engines.size() > 1 ? byId.putIfAbsent(id(engine), lane) : null;
      if (same != null) {
        throw new UseException(
            "--host names one engine twice: " + same.address() + " and " + lane.address());
      }
      ways.add(facts, host(lane), isOwn());
      lanes.add(lane);
    }
    return List.copyOf(lanes);
  }

  private static Object id(Engine engine) {
    return engine.inspect(ObjectKind.ENGINE, "").getOrDefault("ID", engine);
  }

  private int places(EngineFacts facts) {
    long fitting =
        Math.min(
            Math.min((long) RUNS_PER_PROCESSOR * facts.cpus(), facts.memory() / MEMORY_PER_RUN),
            MOST_RUNS);
    return jobs.orElse((int) Math.max(1, fitting));
  }

  @Override
  public boolean answers(Lane lane) {
    if (look(lane)) {
      return true;
    }
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return look(lane);
  }

  private boolean look(Lane lane) {
    try {
      engine(lane).ping(PING);
      return true;
    } catch (EngineException e) {
      return switch (e.kind()) {
        case UNREACHABLE, TIMEOUT -> false;
        default -> true;
      };
    }
  }

  @Override
  public void giveUp(Lane lane, String why) {
    engine(lane).giveUp(why);
  }

  @Override
  public boolean returns(Lane lane) {
    return engine(lane).answersWithin(RETURN);
  }

  @Override
  public int breaks(Lane lane) {
    return engine(lane).breaks();
  }

  @Override
  public Map<RunName, List<Leftover>> removeAfterAll(
      Lane lane, Set<RunName> runs, Duration patience) {
    Engine engine = engine(lane);
    engine.takeBack();
    return engine.answersWithin(patience) ? new StandingRuns(engine).removeAll(runs) : Map.of();
  }

  /** The engine of a lane. */
  Engine engine(Lane lane) {
    return engines.get(lane.index()).get();
  }

  /** What all runs on it have in common. */
  EngineShare share(Lane lane) {
    return shares.get(lane.index());
  }

  /** No network gets a subnet by an engine's choice that lies in one of these. */
  void keepFree(List<Subnet> subnets) {
    shares.forEach(share -> share.subnets().ask(subnets));
  }

  /** How the user named it; empty where there is but one. */
  Optional<String> host(Lane lane) {
    return hosts.isEmpty() ? Optional.empty() : Optional.of(hosts.get(lane.index()));
  }

  /** How commands get to each that answers. */
  EngineWays ways() {
    return ways;
  }

  /** How the user named them; none where there is but one. */
  List<String> hosts() {
    return hosts;
  }

  /** How the user named the engine that answers at an address; empty where there is but one. */
  Optional<String> host(String address) {
    return lanes.stream()
        .filter(lane -> lane.address().equals(address))
        .findFirst()
        .flatMap(this::host);
  }

  /** What is dangerous in a scenario here: what is done to a private engine harms nobody. */
  List<Danger> dangers(LoadResult loaded) {
    boolean isPrivate = engines.stream().anyMatch(Engines::isPrivate);
    return loaded.dangers().stream()
        .filter(danger -> danger.grant() != Grant.SWARM || !isPrivate)
        .toList();
  }

  /** Whether a private engine runs. */
  boolean isOwn() {
    return engines.stream().anyMatch(Engines::isOwn);
  }

  @Override
  public void close() {
    engines.forEach(Engines::close);
  }
}
