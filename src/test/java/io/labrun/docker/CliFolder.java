package io.labrun.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The docker CLI's folder in a home of a test's own, written as the CLI writes it. */
record CliFolder(Path home) {

  /** Writes a context; {@code more} is further JSON of its endpoint, from a comma on. */
  void context(String name, String host, String more) throws IOException {
    Path meta = Files.createDirectories(contexts("meta", name));
    Files.writeString(
        meta.resolve("meta.json"),
        "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"%s}}}"
            .formatted(name, host, more));
  }

  /** Where a context's certificates are. */
  Path tls(String name) {
    return contexts("tls", name).resolve("docker");
  }

  /** Writes its settings. */
  void config(String json) throws IOException {
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(home.resolve(".docker/config.json"), json);
  }

  private Path contexts(String kind, String name) {
    return home.resolve(".docker/contexts").resolve(kind).resolve(id(name));
  }

  private static String id(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
