package io.labrun.run.host;

import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.lab.OwnSpec;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.HostSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A host as it is to be made: a container of an image with an engine.
 *
 * <p>It is not {@code privileged}: not every machine has all the capabilities that this asks for,
 * and an engine needs but these: the last to enter what runs as other users than root. What it must
 * be able to write, {@code host.sh} makes writable.
 *
 * @param key the host's key, by which the others find it
 * @param spec what the scenario says
 * @param name its full name
 * @param labels all its labels
 * @param place its place on the network that the hosts share
 */
record HostRequest(
    String key, HostSpec spec, String name, Map<String, String> labels, Endpoint place) {
  /** Where the script that starts the engine is put. */
  static final String SCRIPT = "/host.sh";

  /**
   * No pulling where the image of a swarm's task is there already: a registry need not be in reach
   * (SwarmKit, {@code agent/exec/dockerapi}).
   */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("DOCKER_SERVICE_PREFER_OFFLINE_IMAGE", "1", "DOCKER_TLS_CERTDIR", "");

  /** What an engine needs, and what Docker's containers have that Podman's have not. */
  private static final String[] CAPABILITIES = {
    "SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE", "NET_RAW", "MKNOD", "AUDIT_WRITE"
  };

  ContainerRequest toRequest() {
    return new ContainerRequest(
        name, labels, container(), ENVIRONMENT, List.of(place), Map.of(), Map.of(), Path.of("/"));
  }

  /** In {@code /run}, in memory, nothing is left of an engine that was switched off. */
  private ContainerSpec container() {
    return OwnSpec.of(key, spec.image())
        .words("entrypoint", "sh", SCRIPT)
        .text("hostname", key)
        .words("cap_add", CAPABILITIES)
        .words("security_opt", "seccomp=unconfined", "apparmor=unconfined")
        .words("tmpfs", "/run")
        .spec();
  }
}
