package io.labrun.docker;

import com.github.dockerjava.api.model.AuthConfig;
import io.labrun.docker.RegistryLogins.Login;
import io.labrun.run.engine.EngineException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program {@code docker-credential-NAME} that keeps logins: it is given the registry on its input
 * and prints JSON (docker-credential-helpers, "get"). docker-java does not know them (#1048).
 */
final class CredentialHelper {
  private static final int SECONDS = 10;
  private static final String TOKEN_USER = "<token>";

  private final String program;
  private final Json json;

  CredentialHelper(String name, Json json) {
    this.program = "docker-credential-" + name;
    this.json = json;
  }

  /** Asks for the login at a registry. */
  Login ask(String server) {
    try {
      Process process = new ProcessBuilder(program, "get").redirectErrorStream(true).start();
      try (OutputStream input = process.getOutputStream()) {
        input.write(server.getBytes(StandardCharsets.UTF_8));
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return complaint("gave no answer within " + SECONDS + " s");
      }
      byte[] answer = process.getInputStream().readAllBytes();
      return process.exitValue() == 0 ? read(answer, server) : refused(answer);
    } catch (IOException e) {
      return complaint("can't be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          EngineException.Kind.INTERRUPTED, "asking " + program + " was interrupted");
    }
  }

  /** Not to be logged in is nothing to complain of. */
  private Login refused(byte[] answer) {
    String words = new String(answer, StandardCharsets.UTF_8).strip();
    return words.contains("not found") ? Login.NONE : complaint("says: " + words);
  }

  private Login read(byte[] answer, String server) throws IOException {
    if (!(json.read(answer) instanceof Map<?, ?> login)) {
      return complaint("answers no JSON object");
    }
    String user = String.valueOf(login.get("Username"));
    String secret = String.valueOf(login.get("Secret"));
    AuthConfig auth = new AuthConfig().withRegistryAddress(server);
    return new Login(
        Optional.of(
            user.equals(TOKEN_USER)
                ? auth.withIdentityToken(secret)
                : auth.withUsername(user).withPassword(secret)),
        "");
  }

  private Login complaint(String what) {
    return new Login(
        Optional.empty(), program + " " + what + ": get the image with docker pull first");
  }
}
