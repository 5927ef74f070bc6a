package io.labrun.load.rule;

import io.labrun.load.rule.Nets.Attachment;
import io.labrun.load.rule.Nets.Pool;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.IpAddress;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A fixed address lies in a declared subnet of its network and is free for a container.
 *
 * <p>Without a declared subnet the engine refuses it ("user specified IP address is supported only
 * when connecting to networks with user configured subnets").
 */
final class AddressRule implements Rule {
  private static final List<String> KEYS = List.of("ipv4_address", "ipv6_address");

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Attachment attachment : Nets.attachments(draft)) {
      check(draft, attachment.network(), attachment.map(), report);
    }
    draft.scenario().assertions().stream()
        .flatMap(assertion -> assertion.actions().stream())
        .filter(action -> action.kind().equals("connect"))
        .map(Call::arguments)
        .forEach(map -> check(draft, network(map), map, report));
  }

  private static String network(Data.Mapping connect) {
    return new View(connect, TextResolver.AS_WRITTEN).text("network").orElse("");
  }

  private static void check(
      Draft draft, String key, Data.Mapping map, Consumer<Diagnostic> report) {
    Optional<Resource> network = Optional.ofNullable(draft.scenario().networks().get(key));
    for (String address : KEYS) {
      Optional<Data> value = map.get(address);
      if (network.isPresent() && value.isPresent() && Nets.allKnown(draft, network.get())) {
        check(draft, network.get(), value.get(), report);
      }
    }
  }

  private static void check(
      Draft draft, Resource network, Data value, Consumer<Diagnostic> report) {
    Optional<IpAddress> address = Nets.address(draft, value);
    if (address.isEmpty()) {
      return;
    }
    List<Pool> pools =
        Nets.pools(draft, network).stream()
            .filter(pool -> pool.subnet().written().bits() == address.get().bits())
            .toList();
    Optional<Pool> home =
        pools.stream().filter(pool -> pool.subnet().contains(address.get())).findFirst();
    if (pools.isEmpty()) {
      report.accept(noSubnet(network, value, address.get()));
    } else if (home.isEmpty()) {
      report.accept(outside(network, value, pools));
    } else {
      taken(draft, home.get(), value, address.get(), report);
    }
  }

  private static Diagnostic noSubnet(Resource network, Data value, IpAddress address) {
    String family = address.bits() == 32 ? "an IPv4" : "an IPv6";
    return Diagnostic.at(
            value.span(),
            "no-subnet",
            "the network `" + network.key() + "` does not declare " + family + " subnet")
        .label("a fixed address needs one")
        .help("For example `" + network.key() + ": {ipam: {config: [{subnet: 172.28.10.0/24}]}}`");
  }

  private static Diagnostic outside(Resource network, Data value, List<Pool> pools) {
    String all =
        pools.stream().map(pool -> pool.subnet().toString()).collect(Collectors.joining(", "));
    String message =
        "`" + Nets.written(value) + "` is not in the subnet of `" + network.key() + "`";
    return Diagnostic.at(value.span(), "outside-subnet", message).label("that is " + all);
  }

  private static void taken(
      Draft draft, Pool pool, Data value, IpAddress address, Consumer<Diagnostic> report) {
    if (SubnetRule.isEdge(pool.subnet(), address)) {
      report.accept(
          Diagnostic.at(
                  value.span(),
                  "bad-address",
                  "no host can have the first or last address of a subnet")
              .label("the subnet is " + pool.subnet()));
    } else if (pool.text("gateway")
        .flatMap(g -> Nets.address(draft, g))
        .filter(gateway -> gateway.compareTo(address) == 0)
        .isPresent()) {
      report.accept(
          Diagnostic.at(
                  value.span(),
                  "bad-address",
                  "the gateway of `" + pool.network() + "` has this address")
              .label("see line " + pool.text("gateway").orElseThrow().span().line()));
    } else if (draft.isWhole(pool.map()) && isImpliedGateway(pool, address)) {
      report.accept(
          Diagnostic.at(
                  value.span(),
                  "bad-address",
                  "the gateway of `" + pool.network() + "` has this address")
              .label("without a `gateway` it is the first of the subnet"));
    }
  }

  /** The engine's own address driver gives the gateway a subnet's first address. */
  private static boolean isImpliedGateway(Pool pool, IpAddress address) {
    return pool.text("ip_range").isEmpty()
        && pool.map().entry("gateway").isEmpty()
        && address.value().subtract(pool.subnet().first().value()).intValue() == 1;
  }
}
