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
 */
public record LimitSpec(
    Optional<Long> memory,
    Optional<Long> memoryReservation,
    Optional<Long> memorySwap,
    Optional<Double> cpus,
    Optional<Integer> cpuShares,
    Optional<String> cpuset,
    Optional<Long> pids,
    Map<String, Ulimit> ulimits) {

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
        ulimits(view));
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
