package io.labrun.run.build;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

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
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
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
   * Builds an image. The archive of what it is made from has its name for a moment only: should
   * labrun be killed, it is gone.
   *
   * @param key the first container that is made from it
   * @throws ProblemException if it can't be built
   */
  public void build(String key, BuildSpec spec, Consumer<LayerProgress> listener) {
    Optional<Long> limit = memory.filter(bytes -> isHandedIn(spec));
    String tag = lab.plan().names().built(key, lab.plan().run()).orElseThrow();
    try {
      Path archive = Files.createTempFile("labrun-build-", ".tar");
      try (FileChannel packed = FileChannel.open(archive, READ, WRITE, DELETE_ON_CLOSE)) {
        Map<String, String> ours = labels.apply(key);
        Optional<String> step = limit.map(bytes -> step(ours));
        String dockerfile =
            new BuildContext(spec, files, step).pack(Channels.newOutputStream(packed));
        BuildRequest request =
            new BuildRequest(
                tag, ours, BuildBases.arguments(spec, environment), dockerfile, spec, limit);
        packed.position(0);
        lab.engine().build(request, Channels.newInputStream(packed), listener);
      } finally {
        Files.deleteIfExists(archive);
      }
    } catch (BuildFailedException e) {
      String what = limit.isPresent() ? e.withoutNumber() : e.getMessage();
      Problem problem = Problem.of(what).details(e.output());
      throw ProblemException.lasting(
          e.kind() == Kind.NO_REGISTRY ? problem.help(ImageProblem.WITHOUT_NETWORK) : problem);
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of("no room for the files to build from: " + e.getMessage()));
    }
  }

  /** Its value says whose the run is: nothing else does until the image is whole. */
  private String step(Map<String, String> ours) {
    String owner = StageLabels.value(ours.getOrDefault(Labels.OWNER, ""));
    return Labels.STEP + lab.plan().run() + "=" + owner;
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
