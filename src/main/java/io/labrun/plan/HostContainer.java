package io.labrun.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The container that a host is: how an engine is started in it, and what it and the network of the
 * hosts are called.
 *
 * <p>It is not {@code privileged}: not every machine has all the capabilities that this asks for,
 * and an engine needs but these: the last to enter what runs as other users than root. What it must
 * be able to write, {@code host.sh} makes writable.
 */
public final class HostContainer {
  /** Where the script that starts the engine is put. */
  public static final String SCRIPT = "/host.sh";

  /** What an engine needs, and what Docker's containers have that Podman's have not. */
  public static final List<String> CAPABILITIES =
      List.of("SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE", "NET_RAW", "MKNOD", "AUDIT_WRITE");

  /** What would keep it from making containers. */
  public static final List<String> SECURITY = List.of("seccomp=unconfined", "apparmor=unconfined");

  /** In memory, so that nothing is left there of an engine that was switched off. */
  public static final String IN_MEMORY = "/run";

  /**
   * No pulling where the image of a swarm's task is there already: a registry need not be in reach
   * (SwarmKit, {@code agent/exec/dockerapi}).
   */
  public static final Map<String, String> ENVIRONMENT =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of("DOCKER_SERVICE_PREFER_OFFLINE_IMAGE", "1", "DOCKER_TLS_CERTDIR", "")));

  private HostContainer() {}

  /** The full name of a host. */
  public static String name(RunName run, String host) {
    return run + "-" + host;
  }

  /** The full name of the network that the hosts share. */
  public static String underlay(RunName run) {
    return run + "_" + StepKind.UNDERLAY_KEY;
  }

  /** The script that starts the engine. */
  public static String script() {
    try (InputStream in = HostContainer.class.getResourceAsStream("/host/host.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the script inside the program is broken", e);
    }
  }
}
