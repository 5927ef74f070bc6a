package io.labrun.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  private final Occupancy engines;
  private final List<Ticket> waiting = new ArrayList<>();
  private final Map<Ticket, Integer> passedOver = new HashMap<>();
  private final Map<Ticket, Obstacle> obstacles = new LinkedHashMap<>();

  /** Where a run begins. */
  record Start(Ticket ticket, Lane lane) {}

  /** Whom a run waits for, and why. */
  record Obstacle(Ticket other, String why) {}

  Schedule(List<Lane> lanes) {
    this.engines = new Occupancy(lanes);
  }

  /** Lets a run wait behind all others. */
  void add(Ticket ticket) {
    waiting.add(ticket);
  }

  /** Lets a run wait before all others: one that is done again. */
  void addFirst(Ticket ticket) {
    waiting.add(0, ticket);
  }

  /**
   * Puts those first that take longest, where several can be on engines at once and times are
   * known; of which nothing is known, it takes as long as the others on average.
   */
  void longestFirst() {
    double usual =
        waiting.stream()
            .flatMap(ticket -> ticket.usualTime().stream())
            .mapToLong(time -> time.toMillis())
            .average()
            .orElse(0);
    if (engines.places() > 1) {
      waiting.sort(
          Comparator.comparingDouble(
              ticket -> -ticket.usualTime().map(time -> (double) time.toMillis()).orElse(usual)));
    }
  }

  /** The run that begins now; empty if none can. */
  Optional<Start> next() {
    if (engines.free().isEmpty()) {
      return Optional.empty();
    }
    List<Ticket> overdue = new ArrayList<>();
    for (Ticket ticket : waiting) {
      Optional<Lane> lane = lane(ticket, overdue);
      if (lane.isPresent()) {
        begin(ticket, lane.get());
        return Optional.of(new Start(ticket, lane.get()));
      }
      if (passedOver.getOrDefault(ticket, 0) >= PATIENCE * engines.places()) {
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
    engines.begin(ticket, lane);
  }

  private Optional<Lane> lane(Ticket ticket, List<Ticket> overdue) {
    for (Lane lane : engines.free()) {
      Optional<Obstacle> obstacle = engines.obstacle(ticket, lane);
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
    return lane.equals(engines.living().get(0))
        && overdue.stream().anyMatch(other -> ticket.locks().clash(other.locks()).isPresent());
  }

  /** Who was passed over since this was asked last, and why; in their order. */
  Map<Ticket, Obstacle> takeObstacles() {
    Map<Ticket, Obstacle> out = new LinkedHashMap<>(obstacles);
    obstacles.clear();
    return out;
  }

  /** A run has ended. */
  void ended(Ticket ticket) {
    engines.ended(ticket);
    passedOver.remove(ticket);
  }

  /** What is on an engine now. */
  List<Ticket> on(Lane lane) {
    return engines.on(lane);
  }

  /** An engine is gone: nothing begins there any more. */
  void lose(Lane lane) {
    engines.lose(lane);
  }

  /** Whether an engine is gone. */
  boolean isLost(Lane lane) {
    return engines.isLost(lane);
  }

  /** Whether no other engine is left. */
  boolean isLast(Lane lane) {
    return engines.living().equals(List.of(lane));
  }

  /** Whether any engine is left. */
  boolean hasEngine() {
    return !engines.living().isEmpty();
  }
}
