package io.labrun.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of what a scenario is told. */
class ScenarioOptions {
  @Option(
      names = {"-s", "--set"},
      paramLabel = "NAME=VALUE",
      converter = Setting.Converter.class,
      description = "Give a variable of the scenario a value. May be repeated.")
  private List<Setting> settings = new ArrayList<>();

  /** The values by name; the last one counts. */
  Map<String, String> values() {
    Map<String, String> out = new LinkedHashMap<>();
    settings.forEach(setting -> out.put(setting.name(), setting.value()));
    return out;
  }
}
