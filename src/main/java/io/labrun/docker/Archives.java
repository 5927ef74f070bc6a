package io.labrun.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.FileEntry;
import io.labrun.run.engine.FileEntry.Type;
import io.labrun.run.engine.ObjectKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Files in containers ({@code GET /containers/{id}/archive}).
 *
 * <p>The answer's head says what is at the path, its body is a tar archive of it, of which only the
 * first entry is read.
 */
final class Archives {
  private static final String STAT = "X-Docker-Container-Path-Stat";

  private final Wire wire;

  Archives(Wire wire) {
    this.wire = wire;
  }

  Optional<FileEntry> read(String id, String path, boolean content, Duration limit) {
    String archive = "/containers/" + Paths.segment(id) + "/archive?path=" + Paths.segment(path);
    try {
      return Optional.of(
          wire.bounded().call(limit, "reading " + path, () -> read(archive, content)));
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
      new Inspection(wire).read(ObjectKind.CONTAINER, id);
      return Optional.empty();
    }
  }

  private FileEntry read(String archive, boolean content) throws IOException {
    try (Response response = wire.stream(archive)) {
      Map<String, Object> stat = stat(response.getHeader(STAT));
      GoFileMode mode = new GoFileMode(Json.number(stat, "mode"));
      InputStream body = response.getBody();
      Optional<TarHead> head = TarHead.read(body);
      boolean wanted = content && mode.type() == Type.FILE && head.isPresent();
      return new FileEntry(
          mode.type(),
          mode.permissions(),
          head.map(TarHead::owner),
          Json.number(stat, "size"),
          head.map(TarHead::link).filter(link -> !link.isEmpty()).orElse(resolved(mode, stat)),
          Json.text(stat, "linkTarget"),
          wanted ? Optional.of(head.get().content(body)) : Optional.empty());
    }
  }

  /** Podman sends what a link leads to in its place, and does not tell how it is written. */
  private static String resolved(GoFileMode mode, Map<String, Object> stat) {
    return mode.type() == Type.SYMLINK ? Json.text(stat, "linkTarget") : "";
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> stat(String header) throws IOException {
    if (header == null) {
      throw new Wire.NotAnEngine("the header " + STAT + " is missing");
    }
    return (Map<String, Object>) wire.json().read(Base64.getDecoder().decode(header));
  }
}
