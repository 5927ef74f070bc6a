package io.labrun.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

  /**
   * Looks that the options mean one kind of engine.
   *
   * @throws UseException if not
   */
  void refuseTwoEngines() {
    if (isPrivate() && host().isPresent()) {
      throw new UseException(
          "--host names an engine and --engine private makes one: only one of them can be meant");
    }
  }

  /**
   * Begins to connect to the engines that are meant.
   *
   * @param jobs how many runs may be on each at once; empty where it decides
   * @param own whether a private engine may stand in where none is named and none answers
   */
  Fleet fleet(Invocation invocation, OptionalInt jobs, boolean own) {
    if (hosts().size() > 1) {
      return Fleet.of(hosts(), invocation.console(), jobs);
    }
    Engines engines =
        isPrivate() ? Engines.ofOwn(invocation) : Engines.ofUserOrOwn(invocation, own);
    return Fleet.of(engines, jobs);
  }
}
