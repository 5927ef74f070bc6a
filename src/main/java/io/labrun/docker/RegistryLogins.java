package io.labrun.docker;

import com.github.dockerjava.api.model.AuthConfig;
import io.labrun.run.engine.Reference;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who the user is to which registry, as {@code docker login} noted it: in {@code auths} of
 * config.json, or with a helper that {@code credHelpers} or {@code credsStore} names.
 */
final class RegistryLogins {
  /** Docker Hub's name in the docker CLI's files. */
  private static final String HUB = "https://index.docker.io/v1/";

  private final Surroundings around;
  private final Json json;

  RegistryLogins(Surroundings around, Json json) {
    this.around = around;
    this.json = json;
  }

  /**
   * What was found out.
   *
   * @param auth the login; empty for none
   * @param complaint why a login that is configured can't be used; empty if all is well
   */
  record Login(Optional<AuthConfig> auth, String complaint) {
    static final Login NONE = new Login(Optional.empty(), "");
  }

  /** The login for an image. */
  Login forImage(Reference image) {
    return forServer(config(), image.registry().isEmpty() ? HUB : image.registry());
  }

  /** All logins that are configured and can be used. */
  List<AuthConfig> all() {
    Map<String, Object> config = config();
    Set<String> servers = new LinkedHashSet<>(Json.map(config, "auths").keySet());
    servers.addAll(Json.map(config, "credHelpers").keySet());
    return servers.stream()
        .map(server -> forServer(config, server))
        .flatMap(login -> login.auth().stream())
        .toList();
  }

  private Map<String, Object> config() {
    return CliConfig.read(around.configFolder(), json).content();
  }

  private Login forServer(Map<String, Object> config, String server) {
    String helper = Json.text(Json.map(config, "credHelpers"), server);
    String store = helper.isEmpty() ? Json.text(config, "credsStore") : helper;
    return store.isEmpty()
        ? new Login(noted(config, server), "")
        : new CredentialHelper(store, json).ask(server);
  }

  private static Optional<AuthConfig> noted(Map<String, Object> config, String server) {
    Map<String, Object> auths = Json.map(config, "auths");
    return auths.keySet().stream()
        .filter(key -> host(key).equals(host(server)))
        .findFirst()
        .flatMap(key -> read(Json.map(auths, key), server));
  }

  /** Keys are written as hosts and, by older CLIs, as URLs. */
  private static String host(String key) {
    return key.replaceFirst("^https?://", "").replaceFirst("/.*", "");
  }

  private static Optional<AuthConfig> read(Map<String, Object> entry, String server) {
    AuthConfig out = new AuthConfig().withRegistryAddress(server);
    String token = Json.text(entry, "identitytoken");
    if (!token.isEmpty()) {
      return Optional.of(out.withIdentityToken(token));
    }
    String[] pair = decoded(Json.text(entry, "auth")).split(":", 2);
    return pair.length < 2
        ? Optional.empty()
        : Optional.of(out.withUsername(pair[0]).withPassword(pair[1]));
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
