package io.labrun.scenario.spec;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an image is built (Compose Specification, {@code build}).
 *
 * @param context a folder; relative to the scenario's
 * @param dockerfile a file, relative to the context; {@code Dockerfile} where nothing is said
 * @param inline the text of a Dockerfile that stands in the scenario; then no file is read
 * @param args values of {@code ARG}s; a name without a value takes it from labrun's own environment
 * @param target the stage to stop at; empty for the last
 * @param labels the author's labels
 * @param network in which network the steps run; empty for the engine's choice
 * @param noCache whether every step is done anew
 * @param pull whether the images it builds on are fetched anew
 * @param cacheFrom images whose layers may be used again
 * @param extraHosts further names by address for the steps' hosts file
 * @param shmSize size of {@code /dev/shm} for the steps in bytes; empty for the engine's 64 MiB
 * @param platform {@code os/arch}; empty for the engine's own
 */
public record BuildSpec(
    String context,
    String dockerfile,
    Optional<String> inline,
    Map<String, Optional<String>> args,
    Optional<String> target,
    Map<String, String> labels,
    Optional<String> network,
    boolean noCache,
    boolean pull,
    List<String> cacheFrom,
    Map<String, String> extraHosts,
    Optional<Long> shmSize,
    Optional<String> platform) {

  /** What a Dockerfile is called where nothing else is said. */
  public static final String DOCKERFILE = "Dockerfile";

  /** The file in a context that says what is left out of it. */
  public static final String IGNORE = ".dockerignore";

  /** A build of which nothing is said. */
  public static final BuildSpec PLAIN =
      new BuildSpec(
          ".",
          DOCKERFILE,
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          false,
          false,
          List.of(),
          Map.of(),
          Optional.empty(),
          Optional.empty());

  /** The same, of a container that need not stand yet. */
  public static Optional<BuildSpec> read(Resource container, TextResolver resolver) {
    return read(new View(container.body(), resolver));
  }

  /** Reads what a container says of its build; empty where it says nothing. */
  static Optional<BuildSpec> read(View container) {
    return container.map().get("build").map(data -> read(container, data));
  }

  private static BuildSpec read(View container, Data data) {
    View view = container.view("build");
    boolean fresh = container.text("pull_policy").filter("always"::equals).isPresent();
    return new BuildSpec(
        container.scalar(data).or(() -> view.text("context")).orElse("."),
        view.text("dockerfile").orElse(DOCKERFILE),
        view.text("dockerfile_inline"),
        view.listOrMap("args", '='),
        view.text("target"),
        view.pairs("labels"),
        view.text("network"),
        view.flag("no_cache"),
        fresh || view.flag("pull"),
        view.texts("cache_from"),
        NetworkingSpec.extraHosts(view),
        view.bytes("shm_size"),
        container.text("platform"));
  }

  /** The same on the images that are there. */
  public BuildSpec withoutPull() {
    return new BuildSpec(
        context,
        dockerfile,
        inline,
        args,
        target,
        labels,
        network,
        noCache,
        false,
        cacheFrom,
        extraHosts,
        shmSize,
        platform);
  }
}
