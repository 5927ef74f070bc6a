package io.labrun.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The docker CLI's {@code config.json}: its current context, and who may use which registry.
 *
 * @param content what the file says; empty where there is no file, or none that can be read
 */
record CliConfig(Map<String, Object> content) {

  static CliConfig read(Path configFolder, Json json) {
    return new CliConfig(JsonFile.read(configFolder.resolve("config.json"), json).orElse(Map.of()));
  }

  /** The name of the context in use; empty for the default one. */
  Optional<String> currentContext() {
    return Optional.of(Json.text(content, "currentContext")).filter(name -> !name.isEmpty());
  }

  /** Reads JSON files that may be missing. */
  static final class JsonFile {
    private JsonFile() {}

    @SuppressWarnings("unchecked")
    static Optional<Map<String, Object>> read(Path file, Json json) {
      try {
        Object value = json.read(Files.readAllBytes(file));
        return value instanceof Map<?, ?> map
            ? Optional.of((Map<String, Object>) map)
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }
}
