package io.labrun.run.engine;

import io.labrun.scenario.spec.BuildSpec;
import java.util.Map;
import java.util.Optional;

/**
 * An image to build.
 *
 * @param tag the reference it gets
 * @param labels our labels; empty for none
 * @param args values of {@code ARG}s; replaces those of {@code spec}
 * @param dockerfile the Dockerfile's path in the context's archive
 * @param spec what the scenario says
 * @param memory how many bytes each step may use, without swap, where the build is not trusted: it
 *     then has no cache and no logins; empty for one that is
 */
public record BuildRequest(
    String tag,
    Map<String, String> labels,
    Map<String, String> args,
    String dockerfile,
    BuildSpec spec,
    Optional<Long> memory) {

  /** An image without wishes, from an archive with a {@code Dockerfile} at its top. */
  public static BuildRequest of(String tag) {
    return new BuildRequest(
        tag, Map.of(), Map.of(), BuildSpec.DOCKERFILE, BuildSpec.PLAIN, Optional.empty());
  }
}
