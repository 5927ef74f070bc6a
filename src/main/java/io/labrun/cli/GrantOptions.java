package io.labrun.cli;

import io.labrun.scenario.Grant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of what a scenario is told, of what it may do, and of which machines are its hosts. */
class GrantOptions extends MachineOptions {
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

  /** What a person has given on the command line. */
  Set<Grant> allowed() {
    Set<Grant> out = EnumSet.noneOf(Grant.class);
    words.forEach(word -> out.addAll(word.grants()));
    return out;
  }
}
