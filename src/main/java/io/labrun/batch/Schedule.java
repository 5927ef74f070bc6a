package io.labrun.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which run begins next, and on which engine; knows nothing of threads.
 *
 * <p>The first that fits begins. One that does not fit is passed over, but not for ever: after a
 * while nobody may pass who would stand in its way. So one that must be alone gets its turn while
 * there still are others.
 */
final class Schedule {
  /** How often one may be passed over for each place of an engine. */
  private static final int PATIENCE = 2;

  private final List<Lane> lanes;
  private final List<Ticket> waiting = new ArrayList<>();
  private final Map<Ticket, Lane> underWay = new LinkedHashMap<>();
  private final Map<Ticket, Integer> passedOver = new HashMap<>();
  private final Map<Ticket, Obstacle> obstacles = new LinkedHashMap<>();
  private final Set<Lane> lost = new HashSet<>();

  /** Where a run begins. */
  record Start(Ticket ticket, Lane lane) {}

  /** Whom a run waits for, and why. */
  record Obstacle(Ticket other, String why) {}

  Schedule(List<Lane> lanes) {
    this.lanes = List.copyOf(lanes);
  }

  /** Lets a run wait behind all others. */
  void add(Ticket ticket) {
    waiting.add(ticket);
  }

  /** Lets a run wait before all others: one that is done again. */
  void addFirst(Ticket ticket) {
    waiting.add(0, ticket);
  }

  /** Lets nobody wait any more. */
  void clear() {
    waiting.clear();
  }

  /**
   * Puts those first that take longest, where several can be on engines at once and times are
   * known; of which nothing is known, it takes as long as the others on average.
   */
  void longestFirst() {
    int places = lanes.stream().mapToInt(Lane::places).sum();
    double usual =
        waiting.stream()
            .flatMap(ticket -> ticket.usualTime().stream())
            .mapToLong(time -> time.toMillis())
            .average()
            .orElse(0);
    if (places > 1) {
      waiting.sort(
          Comparator.comparingDouble(
              ticket -> -ticket.usualTime().map(time -> (double) time.toMillis()).orElse(usual)));
    }
  }

  /** The run that begins now; empty if none can. */
  Optional<Start> next() {
    if (free().isEmpty()) {
      return Optional.empty();
    }
    List<Ticket> overdue = new ArrayList<>();
    for (Ticket ticket : waiting) {
      Optional<Lane> lane = lane(ticket, overdue);
      if (lane.isPresent()) {
        begin(ticket, lane.get());
        return Optional.of(new Start(ticket, lane.get()));
      }
      if (passedOver.getOrDefault(ticket, 0) >= patience()) {
        overdue.add(ticket);
      }
    }
    return Optional.empty();
  }

  private void begin(Ticket ticket, Lane lane) {
    waiting.stream()
        .takeWhile(other -> other != ticket)
        .forEach(other -> passedOver.merge(other, 1, Integer::sum));
    waiting.remove(ticket);
    underWay.put(ticket, lane);
  }

  private int patience() {
    return PATIENCE * living().stream().mapToInt(Lane::places).sum();
  }

  private Optional<Lane> lane(Ticket ticket, List<Ticket> overdue) {
    for (Lane lane : free()) {
      Optional<Obstacle> obstacle = obstacle(ticket, lane);
      obstacle.ifPresent(why -> obstacles.putIfAbsent(ticket, why));
      if (obstacle.isEmpty() && !isInTheWay(ticket, lane, overdue)) {
        obstacles.remove(ticket);
        return Optional.of(lane);
      }
    }
    return Optional.empty();
  }

  /** Those who have waited too long are to have the engine that is nearly empty. */
  private boolean isInTheWay(Ticket ticket, Lane lane, List<Ticket> overdue) {
    return lane.equals(emptiest().get(0))
        && overdue.stream().anyMatch(other -> ticket.claims().clash(other.claims()).isPresent());
  }

  private List<Lane> emptiest() {
    return living().stream()
        .sorted(Comparator.comparingDouble(lane -> (double) on(lane).size() / lane.places()))
        .toList();
  }

  private List<Lane> free() {
    return emptiest().stream().filter(lane -> on(lane).size() < lane.places()).toList();
  }

  private List<Lane> living() {
    return lanes.stream().filter(lane -> !lost.contains(lane)).toList();
  }

  /** What is on an engine now. */
  List<Ticket> on(Lane lane) {
    return underWay.keySet().stream().filter(ticket -> underWay.get(ticket).equals(lane)).toList();
  }

  /** Why a run can't begin on an engine beside what is under way; empty if it can. */
  private Optional<Obstacle> obstacle(Ticket ticket, Lane lane) {
    for (Ticket other : underWay.keySet()) {
      Optional<String> why =
          underWay.get(other).equals(lane)
              ? ticket.claims().clash(other.claims())
              : ticket.claims().clashElsewhere(other.claims());
      if (why.isPresent()) {
        return Optional.of(new Obstacle(other, why.get()));
      }
    }
    return memory(ticket, lane);
  }

  private Optional<Obstacle> memory(Ticket ticket, Lane lane) {
    List<Ticket> beside = on(lane).stream().filter(one -> one.claims().memory() > 0).toList();
    long taken = beside.stream().mapToLong(one -> one.claims().memory()).sum();
    boolean fits = taken + ticket.claims().memory() <= lane.memory();
    return fits || beside.isEmpty() || ticket.claims().memory() == 0
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                beside.get(0),
                "their memory limits together are more than the engine's machine has"));
  }

  /** Who was passed over since this was asked last, and why; in their order. */
  Map<Ticket, Obstacle> takeObstacles() {
    Map<Ticket, Obstacle> out = new LinkedHashMap<>(obstacles);
    obstacles.clear();
    return out;
  }

  /** A run has ended. */
  void ended(Ticket ticket) {
    underWay.remove(ticket);
    passedOver.remove(ticket);
  }

  /** An engine is gone: nothing begins there any more. */
  void lose(Lane lane) {
    lost.add(lane);
  }

  /** Whether an engine is gone. */
  boolean isLost(Lane lane) {
    return lost.contains(lane);
  }

  /** Whether any engine is left. */
  boolean hasEngine() {
    return !living().isEmpty();
  }
}
