package io.labrun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of a command that also shows what a scenario says to its readers. */
class ShownScenarioOptions extends ScenarioOptions {
  @Option(
      names = "--lang",
      paramLabel = "CODE",
      completionCandidates = Languages.class,
      description = "Language of titles and hints: en, ru, ... Otherwise that of the locale.")
  private String language;

  /** Languages that a shell may offer; a scenario may have any other. */
  static final class Languages extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Languages() {
      super(List.of("en", "ru"));
    }
  }

  /** The language that was asked for. */
  Optional<String> language() {
    if (language != null && !language.matches("[a-z]{2}")) {
      throw new UseException("--lang takes two letters such as en or ru, not `" + language + "`");
    }
    return Optional.ofNullable(language);
  }
}
