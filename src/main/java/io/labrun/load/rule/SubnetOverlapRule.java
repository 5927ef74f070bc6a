package io.labrun.load.rule;

import io.labrun.load.rule.Nets.Pool;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * No two subnets on one host have an address in common: the engine refuses the second network.
 *
 * <p>A network that an action creates may come when the other is gone, or be refused on purpose.
 */
final class SubnetOverlapRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Map<String, List<Pool>> byHost = new LinkedHashMap<>();
    for (Resource network : draft.scenario().networks().values()) {
      if (new View(network.body(), TextResolver.AS_WRITTEN).flag("start", true)) {
        byHost
            .computeIfAbsent(Hosted.host(network), host -> new ArrayList<>())
            .addAll(Nets.pools(draft, network));
      }
    }
    byHost.values().forEach(pools -> check(pools, report));
  }

  private static void check(List<Pool> byAddress, Consumer<Diagnostic> report) {
    byAddress.sort(Comparator.comparing(pool -> pool.subnet().first()));
    Pool widest = null;
    for (Pool pool : byAddress) {
      if (widest != null && widest.subnet().overlaps(pool.subnet())) {
        boolean inOrder = widest.span().compareTo(pool.span()) < 0;
        report.accept(inOrder ? overlap(pool, widest) : overlap(widest, pool));
      }
      if (widest == null || widest.subnet().last().compareTo(pool.subnet().last()) < 0) {
        widest = pool;
      }
    }
  }

  private static Diagnostic overlap(Pool pool, Pool earlier) {
    String message =
        "the subnet of `" + pool.network() + "` overlaps that of `" + earlier.network() + "`";
    return Diagnostic.at(pool.span(), "overlapping-subnets", message)
        .label("line " + earlier.span().line() + " has " + earlier.subnet());
  }
}
