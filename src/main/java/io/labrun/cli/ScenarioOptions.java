package io.labrun.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of what a scenario is told, and in which language it speaks. */
class ScenarioOptions {
  @Option(
      names = {"-s", "--set"},
      paramLabel = "NAME=VALUE",
      converter = GivenValue.Converter.class,
      description = "Give a variable of the scenario a value. May be repeated.")
  private List<GivenValue> settings = new ArrayList<>();

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

  /** The values by name; the last one counts. */
  Map<String, String> values() {
    Map<String, String> out = new LinkedHashMap<>();
    settings.forEach(setting -> out.put(setting.name(), setting.value()));
    return out;
  }

  /** All that scenarios are told, as the words of options. */
  List<String> words() {
    return words(values());
  }

  /** Values by name, as the words of options. */
  static List<String> words(Map<String, String> values) {
    List<String> out = new ArrayList<>();
    values.forEach((name, value) -> out.addAll(List.of("--set", name + "=" + value)));
    return out;
  }

  /** The language that was asked for. */
  Optional<String> language() {
    if (language != null && !language.matches("[a-z]{2}")) {
      throw new UseException("--lang takes two letters such as en or ru, not `" + language + "`");
    }
    return Optional.ofNullable(language);
  }
}
