package io.labrun.batch.lock;

import io.labrun.scenario.spec.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a run takes for itself.
 *
 * @param locks in the order of the scenario
 * @param memory what its containers' limits allow them together, in bytes; 0 where none is limited
 * @param exclusive whether nothing of labrun's may stand beside it on its engine
 */
public record Locks(List<Lock> locks, long memory, boolean exclusive) {
  /** Nothing is taken. */
  public static final Locks NONE = new Locks(List.of(), 0, false);

  /**
   * Why two runs can't be up at once on one engine, in words: {@code both take port 8080/tcp};
   * empty if they can. The memory is not looked at.
   */
  public Optional<String> clash(Locks other) {
    if (exclusive || other.exclusive) {
      return Optional.of(exclusive ? "it must be alone" : "that one must be alone");
    }
    return first(locks, other.locks);
  }

  /** The same of two runs on two engines. */
  public Optional<String> clashElsewhere(Locks other) {
    return first(everywhere(locks), everywhere(other.locks));
  }

  private static List<Lock> everywhere(List<Lock> locks) {
    return locks.stream().filter(Lock::isEverywhere).toList();
  }

  private static Optional<String> first(List<Lock> mine, List<Lock> theirs) {
    return mine.stream()
        .flatMap(lock -> theirs.stream().flatMap(other -> lock.clash(other).stream()))
        .findFirst();
  }

  /** The subnets among it. */
  public List<Subnet> subnets() {
    return locks.stream()
        .filter(lock -> lock instanceof SubnetLock)
        .map(lock -> ((SubnetLock) lock).subnet())
        .toList();
  }

  /**
   * The same, with machines that are hosts of the scenario.
   *
   * @param machines how each is reached
   */
  public Locks with(List<String> machines) {
    List<Lock> all = new ArrayList<>(locks);
    machines.forEach(url -> all.add(ThingLock.of(ThingLock.Kind.MACHINE, url)));
    return new Locks(List.copyOf(all), memory, exclusive);
  }
}
