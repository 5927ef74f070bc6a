package io.labrun.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How long a batch will still take: by how long its files took earlier or, where that is not known,
 * by how long the others took so far.
 */
final class Estimate {
  private final List<Optional<Long>> earlier = new ArrayList<>();
  private final Map<Integer, Long> begun = new HashMap<>();
  private final Map<Integer, Long> took = new HashMap<>();
  private final Set<Integer> underWay = new HashSet<>();
  private final boolean[] over;
  private final LongSupplier nanos;
  private int mostAtOnce = 1;
  private double share;

  /**
   * An estimate.
   *
   * @param times how long a file took earlier, by its name
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  Estimate(List<String> files, Function<String, Optional<Duration>> times, LongSupplier nanos) {
    files.forEach(file -> earlier.add(times.apply(file).map(Duration::toNanos)));
    this.over = new boolean[files.size()];
    this.nanos = nanos;
  }

  /** A file begins, perhaps again. */
  void begun(int index) {
    begun.putIfAbsent(index, nanos.getAsLong());
    underWay.add(index);
    mostAtOnce = Math.max(mostAtOnce, underWay.size());
  }

  /**
   * A file has its result.
   *
   * @param telling whether its time says something of the others': not where it was hardly run
   */
  void over(int index, boolean telling) {
    over[index] = true;
    if (begun.containsKey(index) && telling) {
      took.put(index, elapsed(index));
    }
    underWay.remove(index);
  }

  private long elapsed(int index) {
    return nanos.getAsLong() - begun.get(index);
  }

  /** The time left; empty where nothing is known to go by, and before the first begins. */
  Optional<Duration> left() {
    long usual = usual();
    if (usual < 0 || begun.isEmpty()) {
      return Optional.empty();
    }
    long sum = 0;
    long longest = 0;
    for (int index = 0; index < over.length; index++) {
      if (!over[index]) {
        long rest = earlier.get(index).orElse(usual) - so(index);
        sum += Math.max(0, rest);
        longest = Math.max(longest, rest);
      }
    }
    return Optional.of(Duration.ofNanos(Math.max(sum / mostAtOnce, longest)));
  }

  /** How much of the work is done, from 0 to 1; never less than it was. */
  double share() {
    long usual = usual();
    double done = 0;
    double all = 0;
    for (int index = 0; index < over.length; index++) {
      double expected = usual < 0 ? 1 : Math.max(1, earlier.get(index).orElse(usual));
      double spent = usual < 0 ? 1 : took.getOrDefault(index, 0L);
      double so = usual < 0 ? 0 : Math.min(expected, so(index));
      all += over[index] ? spent : expected;
      done += over[index] ? spent : so;
    }
    share = Math.max(share, all == 0 ? 1 : done / all);
    return share;
  }

  private long so(int index) {
    return begun.containsKey(index) ? elapsed(index) : 0;
  }

  /** What a file takes of which nothing is known; negative where that is not known either. */
  private long usual() {
    boolean allKnown = earlier.stream().allMatch(Optional::isPresent);
    if (allKnown) {
      return 0;
    }
    return (long)
        (took.isEmpty()
            ? earlier.stream().flatMap(Optional::stream).mapToLong(x -> x).average().orElse(-1)
            : took.values().stream().mapToLong(x -> x).average().orElse(-1));
  }
}
