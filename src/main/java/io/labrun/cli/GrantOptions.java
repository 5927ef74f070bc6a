package io.labrun.cli;

import io.labrun.scenario.Grant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of what a scenario is told, of what it may do, and of which machines are its hosts. */
class GrantOptions extends ScenarioOptions {
  @Option(
      names = "--allow",
      paramLabel = "NAMES",
      split = ",",
      hideParamSyntax = true,
      converter = Allowed.Converter.class,
      completionCandidates = Allowed.Words.class,
      description =
          "Give scenarios something dangerous that they ask for: ${COMPLETION-CANDIDATES}."
              + " Several with commas. May be repeated.")
  private List<Allowed> words = new ArrayList<>();

  @Option(
      names = "--host-of",
      paramLabel = "HOST=URL",
      description =
          "A machine that is a host of the scenario, as --host names an engine; without it the host"
              + " is made for the run. May be repeated.")
  private Map<String, String> hosts = new LinkedHashMap<>();

  /** The machines that are hosts: how each one's engine is reached, by the host's key. */
  Map<String, String> hosts() {
    return hosts;
  }

  /** What a person has given on the command line. */
  Set<Grant> allowed() {
    Set<Grant> out = EnumSet.noneOf(Grant.class);
    words.forEach(word -> out.addAll(word.grants()));
    return out;
  }
}
