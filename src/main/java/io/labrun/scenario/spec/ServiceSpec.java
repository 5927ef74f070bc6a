package io.labrun.scenario.spec;

import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Swarm service as declared (Compose Specification, {@code services} with {@code deploy}).
 *
 * @param image the image's reference
 * @param pullPolicy when the image is fetched: {@code missing} (the default), {@code always},
 *     {@code never}
 * @param host the host whose engine is told of it; empty for the main engine
 * @param labels the author's labels of the tasks' containers
 * @param start whether it is made with the rest; else an action makes it later
 * @param healthcheck its tasks' health check; empty for the image's own
 * @param process what runs in each task
 * @param networking how each task is connected
 * @param storage what each task sees of disks
 * @param limits what {@code ulimits} says; the rest of the limits is in {@code deploy}
 * @param security what each task may do
 * @param deploy how the swarm treats it
 */
public record ServiceSpec(
    String image,
    String pullPolicy,
    Optional<String> host,
    Map<String, String> labels,
    boolean start,
    Optional<Healthcheck> healthcheck,
    ProcessSpec process,
    NetworkingSpec networking,
    StorageSpec storage,
    LimitSpec limits,
    SecuritySpec security,
    DeploySpec deploy) {

  /** Reads a declared service. */
  public static ServiceSpec read(Resource service, TextResolver resolver) {
    View view = new View(service.body(), resolver);
    return new ServiceSpec(
        view.text("image").orElse(""),
        view.text("pull_policy").orElse("missing"),
        view.text("host"),
        view.pairs("labels"),
        view.flag("start", true),
        view.map().mapping("healthcheck").map(map -> Healthcheck.read(new View(map, resolver))),
        ProcessSpec.read(view),
        NetworkingSpec.ofService(view),
        StorageSpec.read(view),
        LimitSpec.read(view),
        SecuritySpec.read(view),
        DeploySpec.read(view.view("deploy")));
  }

  /**
   * The same with something else in its place.
   *
   * @param otherImage empty where the image stays
   * @param otherCommand empty where the command stays
   * @param variables further variables, or others in their place
   */
  public ServiceSpec with(
      Optional<String> otherImage,
      Optional<List<String>> otherCommand,
      Map<String, Optional<String>> variables) {
    return new ServiceSpec(
        otherImage.orElse(image),
        pullPolicy,
        host,
        labels,
        start,
        healthcheck,
        process.with(otherCommand, variables),
        networking,
        storage,
        limits,
        security,
        deploy);
  }
}
