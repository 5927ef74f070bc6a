package io.labrun.load.rule;

import io.labrun.load.rule.Nets.Pool;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.IpAddress;
import io.labrun.scenario.spec.Subnet;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A subnet has no bits beyond its prefix, and its gateway, range and kept addresses lie inside it.
 */
final class SubnetRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Pool pool : Nets.pools(draft)) {
      hostBits(pool, report);
      pool.text("gateway").ifPresent(gateway -> gateway(draft, pool, gateway, report));
      pool.text("ip_range").ifPresent(range -> range(draft, pool, range, report));
      pool.map()
          .mapping("aux_addresses")
          .ifPresent(
              map -> map.entries().values().forEach(e -> inside(draft, pool, e.value(), report)));
      ipv6(draft, pool, report);
    }
  }

  private static void hostBits(Pool pool, Consumer<Diagnostic> report) {
    if (pool.subnet().hasHostBits()) {
      String message =
          "`"
              + pool.subnet().written()
              + "/"
              + pool.subnet().prefix()
              + "` is an address inside a subnet, not a subnet";
      report.accept(
          Diagnostic.at(pool.span(), "bad-subnet", message)
              .label("did you mean `" + pool.subnet() + "`?"));
    }
  }

  private static void gateway(
      Draft draft, Pool pool, Data.Text gateway, Consumer<Diagnostic> report) {
    if (inside(draft, pool, gateway, report)) {
      Optional<IpAddress> address = Nets.address(draft, gateway);
      boolean edge = address.filter(a -> isEdge(pool.subnet(), a)).isPresent();
      if (edge) {
        report.accept(
            Diagnostic.at(
                gateway.span(),
                "bad-address",
                "no host can have the first or last address of a subnet"));
      }
    }
  }

  /** Whether it is the address of the subnet itself or, in IPv4, its broadcast address. */
  static boolean isEdge(Subnet subnet, IpAddress address) {
    boolean roomy = address.bits() - subnet.prefix() > 1;
    boolean broadcast = address.bits() == 32 && address.compareTo(subnet.last()) == 0;
    return roomy && (address.compareTo(subnet.first()) == 0 || broadcast);
  }

  private static boolean inside(Draft draft, Pool pool, Data data, Consumer<Diagnostic> report) {
    Optional<IpAddress> address = Nets.address(draft, data);
    boolean outside = address.filter(a -> !pool.subnet().contains(a)).isPresent();
    if (outside) {
      report.accept(
          Diagnostic.at(
                  data.span(),
                  "outside-subnet",
                  "`" + Nets.written(data) + "` is not in the subnet " + pool.subnet())
              .label(range(pool.subnet())));
    }
    return !outside;
  }

  /** "it goes from 10.0.0.0 to 10.0.0.255". */
  static String range(Subnet subnet) {
    return "it goes from " + subnet.first() + " to " + subnet.last();
  }

  private static void range(Draft draft, Pool pool, Data.Text range, Consumer<Diagnostic> report) {
    Optional<Subnet> part =
        draft.isKnown(range) ? Subnet.parse(range.template().asWritten()) : Optional.empty();
    if (part.isPresent() && !pool.subnet().contains(part.get())) {
      report.accept(
          Diagnostic.at(
                  range.span(), "outside-subnet", "the range is not in the subnet " + pool.subnet())
              .label(range(pool.subnet())));
    }
  }

  private static void ipv6(Draft draft, Pool pool, Consumer<Diagnostic> report) {
    Resource network = draft.scenario().networks().get(pool.network());
    boolean on = new View(network.body(), TextResolver.AS_WRITTEN).flag("enable_ipv6");
    boolean said = network.body().entry("enable_ipv6").isPresent();
    if (pool.subnet().written().bits() == 128 && !on) {
      report.accept(
          Diagnostic.at(
                  pool.span(),
                  "ipv6-off",
                  "the network `" + pool.network() + "` has an IPv6 subnet, but no IPv6")
              .label(said ? "`enable_ipv6` is false" : "add `enable_ipv6: true`"));
    }
  }
}
