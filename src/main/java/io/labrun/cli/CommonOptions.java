package io.labrun.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** What nearly every command takes: how to show what happens, and its help. */
class CommonOptions {
  @ArgGroup(validate = false, heading = "%nWhat is shown%n", order = 3)
  private OutputOptions output = new OutputOptions();

  @Mixin private HelpOption help;

  /** The engine that the user named; never where the command uses none. */
  Optional<String> host() {
    return Optional.empty();
  }

  /** Sets the log up and puts together what a command with scenarios was told. */
  final Invocation begin(Console console, ScenarioOptions what) {
    Logs.configure(output, console);
    return new Invocation(console, output, host(), what.values(), what.language());
  }

  /** Sets the log up and puts together what a command without scenarios was told. */
  final Invocation begin(Console console) {
    Logs.configure(output, console);
    return new Invocation(console, output, host(), Map.of(), Optional.empty());
  }
}
