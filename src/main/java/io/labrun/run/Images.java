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
  private final EngineShare share;

  /**
   * Images for a lab.
   *
   * @param offline where no registry may be asked
   * @param share what others fetch at the same time is not fetched twice
   */
  Images(Lab lab, Optional<Offline> offline, EngineShare share) {
    this.lab = lab;
    this.offline = offline;
    this.share = share;
  }

  /** Makes sure that an image is there; fails with a problem if it can't be had. */
  void get(String reference, Consumer<LayerProgress> progress) {
    List<ContainerSpec> users = users(reference);
    boolean always =
        offline.isEmpty() && users.stream().anyMatch(spec -> spec.pullPolicy().equals("always"));
    boolean never =
        !users.isEmpty() && users.stream().allMatch(s -> s.pullPolicy().equals("never"));
    if (!always && isThere(reference)) {
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
    Optional<String> platform =
        users.stream().map(ContainerSpec::platform).flatMap(Optional::stream).findFirst();
    try {
      share.fetch(
          reference + platform.map(" "::concat).orElse(""),
          progress,
          told -> pull(reference, platform, always, told));
    } catch (EngineException e) {
      throw ProblemException.lasting(ImageProblem.of(reference, e));
    }
  }

  /** Another run may have fetched it since it was looked for. */
  private void pull(
      String reference,
      Optional<String> platform,
      boolean always,
      Consumer<LayerProgress> progress) {
    if (always || !isThere(reference)) {
      lab.engine().pull(reference, platform, progress);
    }
  }

  private boolean isThere(String reference) {
    return Existing.find(lab.engine(), ObjectKind.IMAGE, reference).isPresent();
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
