package io.labrun.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;

/** What a command takes that runs scenarios to their end. */
final class RunCommonOptions extends CommonOptions {
  @ArgGroup(validate = false, heading = "%nThe engine%n", order = 2)
  private RunEngineOptions engine = new RunEngineOptions();

  @Override
  Optional<String> host() {
    return engine.hosts().stream().findFirst();
  }

  /** The engines that the user named. */
  List<String> hosts() {
    return engine.hosts();
  }

  /** Whether the user wants a private engine. */
  boolean isPrivate() {
    return engine.isPrivate();
  }
}
