package io.labrun.scenario.spec;

import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A container as declared (Compose Specification, {@code services}), in groups.
 *
 * @param image the image's reference; empty text where it is built
 * @param build how its image is built; empty where it has an image
 * @param pullPolicy when the image is fetched: {@code missing} (the default), {@code always},
 *     {@code never}
 * @param platform {@code os/arch}; empty for the engine's own
 * @param host the host it is placed on; empty for the main engine
 * @param containerName a fixed name, else empty
 * @param labels the author's labels
 * @param start whether it is made and started with the others; false when an action does it later
 * @param rm whether the engine removes it when it ends, with its anonymous volumes
 * @param restart the restart policy as Compose writes it: {@code no}, {@code always}, {@code
 *     on-failure:3}, {@code unless-stopped}; empty for none
 * @param dependsOn what must be there before it, by container
 * @param healthcheck its health check; empty for the image's own
 * @param process what runs in it
 * @param networking how it is connected
 * @param storage what it sees of disks
 * @param limits how much it may use
 * @param security what it may do
 */
public record ContainerSpec(
    String image,
    Optional<BuildSpec> build,
    String pullPolicy,
    Optional<String> platform,
    Optional<String> host,
    Optional<String> containerName,
    Map<String, String> labels,
    boolean start,
    boolean rm,
    Optional<String> restart,
    Map<String, Condition> dependsOn,
    Optional<Healthcheck> healthcheck,
    ProcessSpec process,
    NetworkingSpec networking,
    StorageSpec storage,
    LimitSpec limits,
    SecuritySpec security) {

  /** When a container that another depends on is ready for it. */
  public enum Condition {
    /** It has started: {@code service_started}. */
    STARTED,
    /** Its health check has passed: {@code service_healthy}. */
    HEALTHY,
    /** It has ended with exit code 0: {@code service_completed_successfully}. */
    COMPLETED;

    static Condition of(String written) {
      return switch (written) {
        case "service_healthy" -> HEALTHY;
        case "service_completed_successfully" -> COMPLETED;
        default -> STARTED;
      };
    }
  }

  /** Reads a declared container. */
  public static ContainerSpec read(Resource container, TextResolver resolver) {
    View view = new View(container.body(), resolver);
    return new ContainerSpec(
        view.text("image").orElse(""),
        BuildSpec.read(view),
        view.text("pull_policy").orElse("missing"),
        view.text("platform"),
        view.text("host"),
        view.text("container_name"),
        view.pairs("labels"),
        view.flag("start", true),
        view.flag("rm"),
        view.text("restart").filter(policy -> !policy.equals("no")),
        dependsOn(view),
        view.map().mapping("healthcheck").map(map -> Healthcheck.read(new View(map, resolver))),
        ProcessSpec.read(view),
        NetworkingSpec.read(view),
        StorageSpec.read(view),
        LimitSpec.read(view),
        SecuritySpec.read(view));
  }

  /** The same made from another image. */
  public ContainerSpec withImage(String reference) {
    return new ContainerSpec(
        reference,
        build,
        pullPolicy,
        platform,
        host,
        containerName,
        labels,
        start,
        rm,
        restart,
        dependsOn,
        healthcheck,
        process,
        networking,
        storage,
        limits,
        security);
  }

  /** The same with other limits and other rights. */
  public ContainerSpec within(LimitSpec otherLimits, SecuritySpec otherSecurity) {
    return new ContainerSpec(
        image,
        build,
        pullPolicy,
        platform,
        host,
        containerName,
        labels,
        start,
        rm,
        restart,
        dependsOn,
        healthcheck,
        process,
        networking,
        storage,
        otherLimits,
        otherSecurity);
  }

  private static Map<String, Condition> dependsOn(View view) {
    Map<String, Condition> out = new LinkedHashMap<>();
    if (view.map().mapping("depends_on").isEmpty()) {
      view.texts("depends_on").forEach(key -> out.put(key, Condition.STARTED));
      return out;
    }
    View map = view.view("depends_on");
    map.map()
        .entries()
        .keySet()
        .forEach(key -> out.put(key, Condition.of(map.view(key).text("condition").orElse(""))));
    return out;
  }

  /** The containers whose namespaces it shares: {@code container:KEY} of network, pid and ipc. */
  public List<String> sharesWith() {
    return Stream.of(networking.mode(), security.pid(), security.ipc())
        .flatMap(Optional::stream)
        .filter(mode -> mode.startsWith("container:"))
        .map(mode -> mode.substring("container:".length()))
        .toList();
  }
}
