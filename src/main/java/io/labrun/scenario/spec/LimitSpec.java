package io.labrun.scenario.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much a container may use.
 *
 * @param memory in bytes
 * @param memoryReservation in bytes
 * @param memorySwap memory and swap together in bytes; -1 for no limit
 * @param cpus how many processors' worth of time, such as 0.5
 * @param cpuShares relative weight
 * @param cpuset which processors, such as {@code 0-1}
 * @param pids how many processes; -1 for no limit
 * @param ulimits soft and hard limit by name
 * @param log how many bytes of its log the engine keeps; no key says so, it is for labrun to limit
 */
public record LimitSpec(
    Optional<Long> memory,
    Optional<Long> memoryReservation,
    Optional<Long> memorySwap,
    Optional<Double> cpus,
    Optional<Integer> cpuShares,
    Optional<String> cpuset,
    Optional<Long> pids,
    Map<String, Ulimit> ulimits,
    Optional<Long> log) {

  /** A soft and a hard limit. */
  public record Ulimit(long soft, long hard) {}

  static LimitSpec read(View view) {
    return new LimitSpec(
        view.bytes("mem_limit"),
        view.bytes("mem_reservation"),
        view.whole("memswap_limit").or(() -> view.bytes("memswap_limit")),
        view.number("cpus"),
        view.whole("cpu_shares").map(Long::intValue),
        view.text("cpuset"),
        view.whole("pids_limit"),
        ulimits(view),
        Optional.empty());
  }

  /** The same or less: no more memory, without swap, no more processes and no more time. */
  public LimitSpec atMost(long mostMemory, long mostPids, double mostCpus) {
    long less = memory.filter(bytes -> bytes > 0 && bytes < mostMemory).orElse(mostMemory);
    return new LimitSpec(
        Optional.of(less),
        memoryReservation.filter(bytes -> bytes <= less),
        Optional.of(less),
        cpus.filter(number -> number > 0 && number < mostCpus).or(() -> Optional.of(mostCpus)),
        cpuShares,
        cpuset,
        pids.filter(number -> number > 0 && number < mostPids).or(() -> Optional.of(mostPids)),
        ulimits,
        log);
  }

  /** The same with files of at most so many bytes, and without dumps of what crashed. */
  public LimitSpec withFiles(long bytes) {
    Map<String, Ulimit> limits = new LinkedHashMap<>(ulimits);
    limits.merge("fsize", new Ulimit(bytes, bytes), LimitSpec::stricter);
    limits.put("core", new Ulimit(0, 0));
    return new LimitSpec(
        memory, memoryReservation, memorySwap, cpus, cpuShares, cpuset, pids, limits, log);
  }

  private static Ulimit stricter(Ulimit own, Ulimit other) {
    boolean less = own.hard() >= 0 && own.hard() < other.hard();
    return less ? own : other;
  }

  /** The same with at most so many bytes of its log. */
  public LimitSpec withLog(long bytes) {
    return new LimitSpec(
        memory,
        memoryReservation,
        memorySwap,
        cpus,
        cpuShares,
        cpuset,
        pids,
        ulimits,
        Optional.of(bytes));
  }

  private static Map<String, Ulimit> ulimits(View view) {
    Map<String, Ulimit> out = new LinkedHashMap<>();
    View limits = view.view("ulimits");
    for (String name : limits.map().entries().keySet()) {
      long both = limits.whole(name).orElse(0L);
      View pair = limits.view(name);
      out.put(name, new Ulimit(pair.whole("soft").orElse(both), pair.whole("hard").orElse(both)));
    }
    return out;
  }
}
