package io.labrun.run.build;

import io.labrun.event.Problem;
import io.labrun.plan.Labels;
import io.labrun.run.engine.BuildFailedException;
import io.labrun.run.engine.BuildRequest;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.image.ImageProblem;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LocalFiles;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.spec.BuildSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Builds the images that a scenario declares. */
public final class ImageBuilder {
  private final Lab lab;
  private final LocalFiles files;
  private final Map<String, String> environment;
  private final Function<String, Map<String, String>> labels;
  private final Optional<Long> memory;

  /**
   * A builder.
   *
   * @param folder the scenario's
   * @param environment labrun's own, for arguments without a value
   * @param labels ours, for the first container that is made from an image
   * @param memory how many bytes the steps of what is handed in may use; empty where it is trusted
   */
  public ImageBuilder(
      Lab lab,
      Path folder,
      Map<String, String> environment,
      Function<String, Map<String, String>> labels,
      Optional<Long> memory) {
    this.lab = lab;
    this.files = LocalFiles.of(lab.plan(), folder);
    this.environment = environment;
    this.labels = labels;
    this.memory = memory;
  }

  /**
   * Builds an image.
   *
   * @param key the first container that is made from it
   * @throws ProblemException if it can't be built
   */
  public void build(String key, BuildSpec spec, Consumer<LayerProgress> listener) {
    String tag = lab.plan().names().built(key, lab.plan().run()).orElseThrow();
    try {
      Path archive = Files.createTempFile("labrun-build-", ".tar");
      try {
        Optional<Long> limit = memory.filter(bytes -> isHandedIn(spec));
        String run = lab.plan().run().toString();
        Optional<String> label = limit.map(bytes -> Labels.STEP + run);
        String dockerfile = new BuildContext(spec, files, label).pack(archive);
        BuildRequest request =
            new BuildRequest(
                tag,
                labels.apply(key),
                BuildBases.arguments(spec, environment),
                dockerfile,
                spec,
                limit);
        try (InputStream context = Files.newInputStream(archive)) {
          lab.engine().build(request, context, listener);
        }
      } finally {
        Files.deleteIfExists(archive);
      }
    } catch (BuildFailedException e) {
      Problem problem = Problem.of(e.getMessage()).details(e.output());
      throw ProblemException.lasting(
          e.kind() == Kind.NO_REGISTRY ? problem.help(ImageProblem.WITHOUT_NETWORK) : problem);
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of("no room for the files to build from: " + e.getMessage()));
    }
  }

  /** Whether a student's files take part in a build. */
  private boolean isHandedIn(BuildSpec spec) {
    Path context = files.folder().resolve(spec.context());
    Path dockerfile = context.resolve(spec.dockerfile()).normalize();
    return lab.plan().scenario().submission().stream()
        .map(item -> files.folder().resolve(item.name()))
        .anyMatch(
            path ->
                path.startsWith(context)
                    || context.startsWith(path)
                    || dockerfile.startsWith(path));
  }
}
