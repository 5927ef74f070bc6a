package io.labrun.scenario.spec;

import io.labrun.scenario.Data;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a container's environment variables are read from (Compose Specification, {@code
 * env_file}).
 *
 * @param path a file, relative to the scenario's folder
 * @param required whether it must be there
 */
public record EnvFileSpec(String path, boolean required) {

  /** All of a container, in order: later ones win. */
  static List<EnvFileSpec> readAll(View container) {
    List<EnvFileSpec> out = new ArrayList<>();
    for (Data item : container.items("env_file")) {
      if (item instanceof Data.Mapping map) {
        View view = new View(map, container.resolver());
        boolean required = view.text("required").map(Boolean::parseBoolean).orElse(true);
        view.text("path").ifPresent(path -> out.add(new EnvFileSpec(path, required)));
      } else {
        container.scalar(item).ifPresent(path -> out.add(new EnvFileSpec(path, true)));
      }
    }
    return out;
  }
}
