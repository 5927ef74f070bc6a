package io.labrun.scenario.spec;

import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import java.util.Locale;
import java.util.Optional;

/**
 * A host as declared.
 *
 * @param swarm what it is in the swarm of the hosts; empty where it belongs to none
 * @param image the image with the engine
 */
public record HostSpec(Optional<Role> swarm, String image) {
  /** The image with the engine where a scenario names none. */
  public static final String IMAGE = "docker:dind";

  /** What a host is in a swarm. */
  public enum Role {
    /** It decides what runs where, and runs tasks itself. */
    MANAGER,
    /** It runs tasks. */
    WORKER
  }

  /** Reads a declared host. */
  public static HostSpec read(Resource host) {
    View view = new View(host.body(), TextResolver.AS_WRITTEN);
    return new HostSpec(
        view.text("swarm").map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT))),
        view.text("image").orElse(IMAGE));
  }
}
