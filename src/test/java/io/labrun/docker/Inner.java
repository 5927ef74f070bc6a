package io.labrun.docker;

import io.labrun.run.engine.DialRequest;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.engine.ProcessEntry;
import io.labrun.testbed.StandIns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An engine in a container of a lab, with the image {@code small}, a shell and its tools, on it.
 */
final class Inner {
  static final List<String> DIAL =
      List.of(
          "sh",
          "-c",
          "until [ -S /var/run/docker.sock ]; do sleep 0.05; done; exec docker system dial-stdio");

  private static final String SMALL =
      """
      set -e
      until docker version >/dev/null 2>&1; do sleep 0.1; done
      ! docker inspect small >/dev/null 2>&1 || exit 0
      mkdir -p /tmp/files/bin /tmp/files/lib /tmp/files/tmp
      cp "$(readlink -f "$(which busybox)")" /tmp/files/bin/busybox
      for word in sh sleep wc cat echo; do ln -s busybox /tmp/files/bin/$word; done
      cp /lib/ld-musl-*.so.1 /tmp/files/lib/ 2>/dev/null || true
      tar -C /tmp/files -c . | docker import - small
      """;

  private final Lab outer;
  final String container;

  Inner(Lab outer) {
    StandIns.bring(List.of("docker:dind"));
    this.outer = outer;
    Path start = Path.of("scenarios/docker-in-docker/engine.sh").toAbsolutePath();
    this.container =
        outer.running(
            "inner",
            "{image: 'docker:dind', entrypoint: ['sh', '/engine.sh'],"
                + " cap_add: ['SYS_ADMIN', 'NET_ADMIN'],"
                + " security_opt: ['seccomp=unconfined', 'apparmor=unconfined'],"
                + (" volumes: ['" + start + ":/engine.sh:ro']}"));
  }

  /** Puts the image on it. */
  Inner withImage() {
    Duration patience = Duration.ofSeconds(60);
    ExecResult made =
        outer.engine.exec(ExecRequest.of(container, patience, List.of("sh", "-c", SMALL)));
    if (made.exitCode().orElse(-1) != 0) {
      throw new AssertionError(made.toString());
    }
    return this;
  }

  DialRequest request() {
    return new DialRequest(container, "worker", DIAL, Duration.ofSeconds(60));
  }

  Engine connect() {
    return outer.engine.inside(request());
  }

  /** How many connections to it are programs in its container now. */
  long connections() {
    try {
      return outer.engine.processes(container).stream()
          .map(ProcessEntry::command)
          .filter(words -> words.contains("dial-stdio"))
          .count();
    } catch (EngineException e) {
      throw new AssertionError(e);
    }
  }
}
