package io.labrun.cli;

import picocli.CommandLine.Option;

/** Options of which engine to use, where something is to stand on it or is looked for there. */
final class LastingEngineOptions extends EngineOptions {
  @Option(names = "--engine", hidden = true)
  private String engine;

  /**
   * Refuses an engine that is gone before anybody could look at it.
   *
   * @throws UseException if one is asked for
   */
  void refusePrivate() {
    if (engine != null) {
      throw new UseException(
          "--engine goes with labrun run: a private engine ends with its run, and nothing stands on"
              + " it afterwards",
          "labrun --engine private FILE    runs a scenario on one");
    }
  }
}
