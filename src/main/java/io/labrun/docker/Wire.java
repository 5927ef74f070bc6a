package io.labrun.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.transport.SSLConfig;
import io.labrun.run.engine.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A connection to one engine: docker-java's commands, plain requests for JSON, and deadlines.
 *
 * <p>Connections are pooled without a bound: runs bound how much goes on at once, and a bound here
 * would let calls that wait forever starve the others.
 */
final class Wire implements AutoCloseable {
  /** How long an engine may take to say who it is. */
  static final Duration HELLO = Duration.ofSeconds(10);

  /** How long a usual call may take: with a busy disk, making a container can take its time. */
  static final Duration USUAL = Duration.ofSeconds(60);

  /** The oldest version of Podman's own API that an engine of today answers. */
  private static final String PODMANS = "/v4.0.0/libpod";

  private final Route route;
  private final Optional<SSLContext> tls;
  private final DockerHttpClient http;
  private final Json json;
  private final Bounded bounded;
  private final Map<String, Object> hello;
  private final ApiVersion version;
  private final DockerClient client;

  private Wire(Route route, Optional<String> wantedVersion, Duration patience, Json json) {
    EngineAddress address = route.door();
    this.route = route;
    this.json = json;
    this.bounded = new Bounded(this::explain);
    this.tls = address.tls().map(unused -> TlsContext.of(address));
    SSLConfig ssl = address.isUnix() ? UnusedTls::new : tls.isPresent() ? tls::get : null;
    this.http =
        new ApacheDockerHttpClient.Builder()
            .dockerHost(address.uri())
            .sslConfig(ssl)
            .connectionTimeout(HELLO)
            .build();
    try {
      this.hello = bounded.call(patience, "GET /version", () -> object(get("/version")));
      this.version = ApiVersion.agree(hello, wantedVersion);
    } catch (EngineException e) {
      EngineException explained = route.explainFirst(e);
      close();
      throw explained;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    this.client =
        DockerClientImpl.getInstance(new ClientConfig(address.uri(), version, json.mapper()), http);
    bounded.start(new WarmUp(client, json.mapper()));
  }

  /**
   * Connects.
   *
   * @param wantedVersion {@code DOCKER_API_VERSION}
   * @throws EngineException if no engine answers there, or none that we can talk to
   */
  static Wire open(EngineAddress address, Optional<String> wantedVersion, Json json) {
    return open(Route.direct(address), wantedVersion, HELLO, json);
  }

  /**
   * Connects.
   *
   * @param route the way there; closed with the connection, and where none comes about
   * @param wantedVersion {@code DOCKER_API_VERSION}
   * @param patience how long the engine may take to say who it is
   * @throws EngineException if no engine answers there, or none that we can talk to
   */
  static Wire open(Route route, Optional<String> wantedVersion, Duration patience, Json json) {
    return new Wire(route, wantedVersion, patience, json);
  }

  /** Of an engine that has answered before it is said that it was there. */
  private EngineException explain(EngineException failure) {
    EngineException known = route.explain(failure);
    return client == null || known.kind() != EngineException.Kind.UNREACHABLE
        ? known
        : new EngineException(
            known.kind(), "the engine does not answer any more: " + known.getMessage(), known);
  }

  /** The way to the engine. */
  Route route() {
    return route;
  }

  Optional<SSLContext> tls() {
    return tls;
  }

  Json json() {
    return json;
  }

  Bounded bounded() {
    return bounded;
  }

  ApiVersion version() {
    return version;
  }

  /** Whether it is Podman, which answers the Docker API too and differs here and there. */
  boolean isPodman() {
    return Json.maps(Json.list(hello, "Components")).stream()
        .anyMatch(component -> Json.text(component, "Name").startsWith("Podman"));
  }

  /** Carries out a command of docker-java within the usual time. */
  <T> T command(String what, Function<DockerClient, T> command) {
    return command(USUAL, what, command);
  }

  /** Carries out a command of docker-java that does no harm if it is carried out twice. */
  <T> T harmless(String what, Function<DockerClient, T> command) {
    return bounded.call(
        USUAL, what, () -> StaleConnections.skipHarmless(() -> command.apply(client)));
  }

  /** Carries out a command of docker-java. */
  <T> T command(Duration limit, String what, Function<DockerClient, T> command) {
    return bounded.call(
        limit,
        what,
        () -> {
          Knock.at(route);
          return StaleConnections.skip(() -> command.apply(client));
        });
  }

  /** docker-java's client, for its commands that call back. */
  DockerClient client() {
    return client;
  }

  /** Reads an object, such as {@code /info}; the API version is put before the path. */
  Map<String, Object> object(String path) {
    return bounded.call(USUAL, "GET " + path, () -> object(get(prefix() + path)));
  }

  /** Asks whether the engine answers, whatever it says. */
  void ping(Duration limit) {
    bounded.call(
        limit,
        "GET /_ping",
        () -> {
          Knock.at(route);
          try (Response response = ask("/_ping")) {
            return response.getBody().readAllBytes();
          }
        });
  }

  /** Reads an object of Podman's own API, such as {@code /info}. */
  Map<String, Object> podmans(Duration limit, String path) {
    return bounded.call(limit, "GET " + path, () -> object(get(PODMANS + path)));
  }

  /** Reads a list, such as {@code /networks}. */
  List<Map<String, Object>> list(String path) {
    return bounded.call(
        USUAL,
        "GET " + path,
        () ->
            get(prefix() + path) instanceof List<?> list
                ? Json.maps(List.copyOf(list))
                : List.of());
  }

  /** Opens a response that goes on; to be closed by the caller. */
  Response stream(String path) {
    return send(prefix() + path);
  }

  /** What stands before each path: {@code /v1.41}. */
  String prefix() {
    return "/v" + version;
  }

  private Object get(String path) throws IOException {
    try (Response response = send(path)) {
      return json.read(response.getBody().readAllBytes());
    }
  }

  private Response ask(String path) {
    Request request = Request.builder().method(Request.Method.GET).path(path).build();
    return StaleConnections.skipHarmless(() -> http.execute(request));
  }

  private Response send(String path) {
    Response response = ask(path);
    if (response.getStatusCode() == 200) {
      return response;
    }
    try (response) {
      byte[] body = response.getBody().readAllBytes();
      throw new EngineReply(response.getStatusCode(), new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineReply(response.getStatusCode(), "");
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new NotAnEngine("a JSON object was expected");
  }

  @Override
  public void close() {
    bounded.close();
    try {
      http.close();
    } catch (IOException e) {
      // Nothing to save: every response was read or given up.
    }
    route.close();
  }

  /** An answer that no engine would give. */
  static final class NotAnEngine extends IOException {
    private static final long serialVersionUID = 1L;

    NotAnEngine(String message) {
      super(message);
    }
  }
}
