package io.labrun.docker;

import io.labrun.run.engine.NoEngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The docker CLI's contexts: {@code contexts/meta/ID/meta.json} and {@code
 * contexts/tls/ID/docker/*.pem}, where ID is the SHA-256 of the name.
 */
final class ContextStore {
  private final Path folder;
  private final Json json;

  ContextStore(Path configFolder, Json json) {
    this.folder = configFolder.resolve("contexts");
    this.json = json;
  }

  /**
   * The engine that a context names.
   *
   * @throws NoEngineException if there is no such context, or it names no engine
   */
  EngineAddress address(String name, String namedBy) {
    Path meta = folder.resolve("meta").resolve(id(name)).resolve("meta.json");
    Map<String, Object> content =
        CliConfig.JsonFile.read(meta, json).orElseThrow(() -> unknown(name, namedBy));
    Map<String, Object> endpoint = Json.map(Json.map(content, "Endpoints"), "docker");
    String host = Json.text(endpoint, "Host");
    String from = "context \"" + name + "\"";
    if (host.isEmpty()) {
      throw new NoEngineException(from + " names no Docker engine");
    }
    boolean verify = !Boolean.TRUE.equals(endpoint.get("SkipTLSVerify"));
    Path pem = folder.resolve("tls").resolve(id(name)).resolve("docker");
    return HostText.read(host, from, tls(pem, verify));
  }

  private static Optional<EngineAddress.Tls> tls(Path pem, boolean verify) {
    return Files.isDirectory(pem)
        ? Optional.of(new EngineAddress.Tls(Optional.of(pem), verify))
        : Optional.empty();
  }

  private NoEngineException unknown(String name, String namedBy) {
    return new NoEngineException(
        "there is no docker context \""
            + name
            + "\", which "
            + namedBy
            + " names; there are: "
            + String.join(", ", names()));
  }

  /** The names of all contexts, sorted after {@code default}. */
  List<String> names() {
    try (Stream<Path> folders = Files.list(folder.resolve("meta"))) {
      Stream<String> named =
          folders
              .map(entry -> CliConfig.JsonFile.read(entry.resolve("meta.json"), json))
              .flatMap(Optional::stream)
              .map(content -> Json.text(content, "Name"))
              .filter(name -> !name.isEmpty())
              .sorted();
      return Stream.concat(Stream.of("default"), named).toList();
    } catch (IOException e) {
      return List.of("default");
    }
  }

  private static String id(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
