package io.labrun.batch;

import io.labrun.batch.Schedule.Obstacle;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which runs are on which engines, and what keeps another from joining them. */
final class Occupancy {
  private final List<Lane> lanes;
  private final Map<Ticket, Lane> underWay = new LinkedHashMap<>();
  private final Set<Lane> lost = new HashSet<>();

  Occupancy(List<Lane> lanes) {
    this.lanes = List.copyOf(lanes);
  }

  /** A run begins on an engine. */
  void begin(Ticket ticket, Lane lane) {
    underWay.put(ticket, lane);
  }

  /** A run has ended. */
  void ended(Ticket ticket) {
    underWay.remove(ticket);
  }

  /** What is on an engine now. */
  List<Ticket> on(Lane lane) {
    return underWay.keySet().stream().filter(ticket -> underWay.get(ticket).equals(lane)).toList();
  }

  /** An engine is gone: nothing begins there any more. */
  void lose(Lane lane) {
    lost.add(lane);
  }

  /** Whether an engine is gone. */
  boolean isLost(Lane lane) {
    return lost.contains(lane);
  }

  /** The engines that are left; the emptiest first. */
  List<Lane> living() {
    return lanes.stream()
        .filter(lane -> !lost.contains(lane))
        .sorted(Comparator.comparingDouble(lane -> (double) on(lane).size() / lane.places()))
        .toList();
  }

  /** Those that have a place; the emptiest first. */
  List<Lane> free() {
    return living().stream().filter(lane -> on(lane).size() < lane.places()).toList();
  }

  /** How many runs may be at once on the engines that are left. */
  int places() {
    return living().stream().mapToInt(Lane::places).sum();
  }

  /** Why a run can't begin on an engine beside what is under way; empty if it can. */
  Optional<Obstacle> obstacle(Ticket ticket, Lane lane) {
    for (Ticket other : underWay.keySet()) {
      Optional<String> why =
          underWay.get(other).equals(lane)
              ? ticket.locks().clash(other.locks())
              : ticket.locks().clashElsewhere(other.locks());
      if (why.isPresent()) {
        return Optional.of(new Obstacle(other, why.get()));
      }
    }
    return memory(ticket, lane);
  }

  private Optional<Obstacle> memory(Ticket ticket, Lane lane) {
    List<Ticket> beside = on(lane).stream().filter(one -> one.locks().memory() > 0).toList();
    long taken = beside.stream().mapToLong(one -> one.locks().memory()).sum();
    boolean fits = taken + ticket.locks().memory() <= lane.memory();
    return fits || beside.isEmpty() || ticket.locks().memory() == 0
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                beside.get(0),
                "their memory limits together are more than the engine's machine has"));
  }
}
