package io.labrun.cli;

import java.util.Optional;
import picocli.CommandLine.ArgGroup;

/** What every command takes that uses an engine which lasts. */
final class EngineCommonOptions extends CommonOptions {
  @ArgGroup(validate = false, heading = "%nThe engine%n", order = 2)
  private LastingEngineOptions engine = new LastingEngineOptions();

  @Override
  Optional<String> host() {
    engine.refusePrivate();
    return engine.host();
  }
}
