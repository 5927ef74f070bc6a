package io.labrun.docker;

import com.github.dockerjava.api.exception.DockerException;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.Reference;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why an image could not be fetched, in words that say what to do. */
final class PullReason {
  private static final Pattern LIMIT = Pattern.compile("toomanyrequests|rate limit");
  private static final Pattern PLATFORM =
      Pattern.compile("no matching manifest for (\\S+)|does not match the specified platform");
  private static final Pattern MISSING =
      Pattern.compile("manifest unknown|name unknown|manifest for \\S+ not found|not found");
  private static final Pattern DENIED =
      Pattern.compile("denied|unauthorized|authentication required|no basic auth credentials");
  private static final Pattern AWAY =
      Pattern.compile(
          "(no such host|connection refused|i/o timeout|network is unreachable|no route to host"
              + "|TLS handshake timeout|deadline exceeded|Client\\.Timeout|server misbehaving"
              + "|proxyconnect[^:]*|connection reset by peer|Temporary failure in name resolution"
              + "|server gave HTTP response to HTTPS client|x509: .*|EOF)");

  private PullReason() {}

  /** What a failed request or a broken stream means. */
  static EngineException of(Throwable failure, String image) {
    if (failure instanceof DockerException refused && refused.getHttpStatus() != 0) {
      String body = refused.getMessage().replaceFirst("^Status \\d+: ", "");
      return of(Refusal.words(body), image);
    }
    return Failures.of(failure);
  }

  /** What the engine's words mean. */
  static EngineException of(String words, String image) {
    if (LIMIT.matcher(words).find()) {
      return failure(
          Kind.RATE_LIMITED,
          "the registry gives no more images for now: docker login raises its limit, or wait",
          words);
    }
    Matcher platform = PLATFORM.matcher(words);
    if (platform.find()) {
      String wanted = Optional.ofNullable(platform.group(1)).orElse("this platform");
      return new EngineException(
          Kind.UNSUPPORTED, "the image " + image + " does not exist for " + wanted);
    }
    Matcher away = AWAY.matcher(words);
    if (away.find()) {
      return new EngineException(
          Kind.NO_REGISTRY, registry(image) + " can't be reached: " + away.group(1));
    }
    return answered(words, image);
  }

  private static EngineException answered(String words, String image) {
    if (DENIED.matcher(words).find()) {
      return failure(
          Kind.DENIED,
          registry(image) + " refuses " + image + ": it does not exist, or it needs docker login",
          words);
    }
    if (MISSING.matcher(words).find()) {
      return new EngineException(Kind.NOT_FOUND, registry(image) + " has no image " + image);
    }
    EngineException other = Refusal.of(0, words);
    return other.kind() == Kind.NO_SPACE
        ? other
        : new EngineException(other.kind(), "getting the image " + image + ": " + words);
  }

  private static EngineException failure(Kind kind, String sentence, String words) {
    return new EngineException(kind, sentence + " (" + words + ")");
  }

  private static String registry(String image) {
    String host = Reference.parse(image).registry();
    return host.isEmpty() ? "Docker Hub" : "the registry " + host;
  }
}
