package io.labrun.cli;

import io.labrun.report.EngineWay;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.Passwords;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How commands get to the engines of a batch, for whoever reads them elsewhere. */
final class EngineWays {
  private final Map<String, EngineWay> byAddress = new ConcurrentHashMap<>();

  /**
   * Notes an engine that answers.
   *
   * @param host how the user named it, of several
   * @param own whether it is a private one, which is gone when anybody reads of it: the usual one
   *     is meant then
   */
  void add(EngineFacts facts, Optional<String> host, boolean own) {
    EngineWay way =
        host.map(EngineWays::to)
            .orElseGet(() -> own || facts.isUsual() ? EngineWay.USUAL : found(facts));
    byAddress.put(facts.address(), way);
  }

  private static EngineWay found(EngineFacts facts) {
    return facts.context().map(EngineWay::context).orElseGet(() -> to(facts.url()));
  }

  private static EngineWay to(String url) {
    return EngineWay.host(Passwords.without(url));
  }

  /** The way to the engine that answers at an address. */
  EngineWay of(String address) {
    return byAddress.getOrDefault(address, EngineWay.USUAL);
  }
}
