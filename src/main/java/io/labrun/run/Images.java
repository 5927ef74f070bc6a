package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.image.ImageProblem;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes sure that images are there, as {@code pull_policy} says. */
final class Images {
  private final Lab lab;
  private final Optional<Offline> offline;

  /**
   * Images for a lab.
   *
   * @param offline where no registry may be asked
   */
  Images(Lab lab, Optional<Offline> offline) {
    this.lab = lab;
    this.offline = offline;
  }

  /** Makes sure that an image is there; fails with a problem if it can't be had. */
  void get(String reference, Consumer<LayerProgress> progress) {
    List<ContainerSpec> users = users(reference);
    boolean always =
        offline.isEmpty() && users.stream().anyMatch(spec -> spec.pullPolicy().equals("always"));
    boolean never =
        !users.isEmpty() && users.stream().allMatch(s -> s.pullPolicy().equals("never"));
    if (!always && Existing.find(lab.engine(), ObjectKind.IMAGE, reference).isPresent()) {
      return;
    }
    if (offline.isPresent()) {
      throw ProblemException.lasting(offline.get().missing(reference));
    }
    if (never) {
      throw ProblemException.lasting(
          Problem.of("the image `" + reference + "` is not on this engine")
              .help("`pull_policy: never` forbids fetching it: docker pull " + reference));
    }
    pull(reference, users, progress);
  }

  private void pull(String reference, List<ContainerSpec> users, Consumer<LayerProgress> progress) {
    Optional<String> platform =
        users.stream().map(ContainerSpec::platform).flatMap(Optional::stream).findFirst();
    try {
      lab.engine().pull(reference, platform, progress);
    } catch (EngineException e) {
      throw ProblemException.lasting(ImageProblem.of(reference, e));
    }
  }

  /** A service says of its image what a container says of it. */
  private List<ContainerSpec> users(String reference) {
    Scenario scenario = lab.plan().scenario();
    return Stream.concat(
            scenario.containers().values().stream(), scenario.services().values().stream())
        .map(user -> ContainerSpec.read(user, TextResolver.AS_WRITTEN))
        .filter(spec -> spec.image().equals(reference))
        .toList();
  }
}
