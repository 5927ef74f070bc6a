package io.labrun.report;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a batch is shown.
 *
 * @param settings how each of its runs is shown
 * @param leftOut what was left out of the batch, in one line; may be empty
 * @param earlier how long a file took earlier, by its name
 * @param hosts how the user named the engine that answers at an address; empty where there is but
 *     one
 */
public record BatchView(
    ReportSettings settings,
    String leftOut,
    Function<String, Optional<Duration>> earlier,
    Function<String, Optional<String>> hosts) {

  /** One on one engine, of which nothing is known beforehand. */
  public static BatchView of(ReportSettings settings) {
    return new BatchView(settings, "", file -> Optional.empty(), engine -> Optional.empty());
  }

  /** The same in another width. */
  BatchView wide(int columns) {
    return new BatchView(settings.wide(columns), leftOut, earlier, hosts);
  }

  /** How a run is shown that is on an engine: commands for it name that engine. */
  ReportSettings on(String engine) {
    Optional<String> host = hosts.apply(engine);
    return host.isPresent() ? settings.on(EngineWay.host(host.get())) : settings;
  }
}
