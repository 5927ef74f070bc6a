package io.labrun.load.rule;

import io.labrun.load.rule.Nets.Pool;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/** No two subnets have an address in common: the engine refuses the second network. */
final class SubnetOverlapRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    List<Pool> pools = Nets.pools(draft);
    for (int i = 0; i < pools.size(); i++) {
      for (Pool earlier : pools.subList(0, i)) {
        if (earlier.subnet().overlaps(pools.get(i).subnet())) {
          report.accept(overlap(pools.get(i), earlier));
          break;
        }
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
