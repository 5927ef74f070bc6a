package io.labrun.docker;

import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.api.model.BuildResponseItem;
import io.labrun.plan.Labels;
import io.labrun.run.engine.BuildRequest;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.engine.ObjectKind;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Images that are built ({@code POST /build}, the engine's own builder), and removed again. */
final class Builds {
  /** A step may be silent for long, while it compiles something, say. */
  private static final Duration STALL = Duration.ofMinutes(15);

  private final Wire wire;
  private final RegistryLogins logins;
  private final Inspection inspection;

  Builds(Wire wire, RegistryLogins logins) {
    this.wire = wire;
    this.logins = logins;
    this.inspection = new Inspection(wire);
  }

  /** Builds an image and makes sure that it is there. */
  void build(BuildRequest request, InputStream context, Consumer<LayerProgress> listener) {
    BuildOutput output = new BuildOutput(listener);
    StreamWatch<BuildResponseItem> watch = new StreamWatch<>(output::accept);
    command(request, context).exec(watch);
    Optional<Throwable> failure = watch.await(STALL, "building the image " + request.tag());
    output.failure().ifPresent(Builds::fail);
    if (failure.isPresent()) {
      throw Failures.of(failure.get());
    }
    inspection.read(ObjectKind.IMAGE, request.tag());
  }

  private static void fail(EngineException failure) {
    throw failure;
  }

  private BuildImageCmd command(BuildRequest request, InputStream context) {
    BuildImageCmd command =
        wire.client()
            .buildImageCmd(context)
            .withTags(Set.of(request.tag()))
            .withDockerfilePath(request.dockerfile())
            .withForcerm(true)
            .withNoCache(request.spec().noCache() || request.memory().isPresent())
            .withPull(request.spec().pull())
            .withLabels(labels(request))
            .withBuildAuthConfigs(
                request.memory().isPresent() ? new AuthConfigurations() : auths());
    request.memory().ifPresent(bytes -> command.withMemory(bytes).withMemswap(bytes));
    request.args().forEach(command::withBuildArg);
    request.spec().target().ifPresent(command::withTarget);
    request.spec().network().ifPresent(command::withNetworkMode);
    request.spec().shmSize().ifPresent(command::withShmsize);
    request.spec().platform().ifPresent(command::withPlatform);
    if (!request.spec().cacheFrom().isEmpty()) {
      command.withCacheFrom(new TreeSet<>(request.spec().cacheFrom()));
    }
    if (!request.spec().extraHosts().isEmpty()) {
      Set<String> hosts = new TreeSet<>();
      request.spec().extraHosts().forEach((host, address) -> hosts.add(host + ":" + address));
      command.withExtraHosts(hosts);
    }
    return command;
  }

  private Map<String, String> labels(BuildRequest request) {
    Map<String, String> labels = new LinkedHashMap<>(request.spec().labels());
    if (!request.labels().isEmpty()) {
      labels.put(Labels.IMAGE, wire.json().write(request.labels()));
    }
    return labels;
  }

  /** All logins that are noted: the engine picks the one for an image it builds on. */
  private AuthConfigurations auths() {
    AuthConfigurations auths = new AuthConfigurations();
    logins.all().forEach(auths::addConfig);
    return auths;
  }

  /**
   * Removes a reference, and the image if it has no other.
   *
   * <p>The steps below it stay, as the engine's cache: they may be somebody else's too. Only what
   * carries the very label of the image was made for it alone (each label is a step).
   */
  void remove(String reference) {
    try {
      Map<String, Object> image = inspection.read(ObjectKind.IMAGE, reference);
      String label = label(image);
      delete(reference);
      String parent = Json.text(image, "Parent");
      while (!parent.isEmpty() && !label.isEmpty()) {
        Map<String, Object> below = inspection.read(ObjectKind.IMAGE, parent);
        if (!label(below).equals(label) || !Json.list(below, "RepoTags").isEmpty()) {
          return;
        }
        delete(parent);
        parent = Json.text(below, "Parent");
      }
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  private void delete(String image) {
    wire.command(
        "removing the image " + image,
        client -> client.removeImageCmd(image).withNoPrune(true).exec());
  }

  private static String label(Map<String, Object> image) {
    return Json.texts(Json.map(image, "Config"), "Labels").getOrDefault(Labels.IMAGE, "");
  }
}
