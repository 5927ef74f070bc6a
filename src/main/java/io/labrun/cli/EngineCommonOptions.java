package io.labrun.cli;

import java.util.Optional;
import picocli.CommandLine.ArgGroup;

/** What every command takes that uses an engine. */
final class EngineCommonOptions extends CommonOptions {
  @ArgGroup(validate = false, heading = "%nThe engine%n", order = 2)
  private EngineOptions engine = new EngineOptions();

  @Override
  Optional<String> host() {
    return engine.host();
  }
}
