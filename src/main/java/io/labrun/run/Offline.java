package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.plan.Plan;
import io.labrun.plan.RunResolver;
import io.labrun.run.image.EngineImage;
import io.labrun.run.image.ImageNeed;
import io.labrun.run.image.ImageNeeds;
import io.labrun.run.image.ImageProblem;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.spec.BuildSpec;
import io.labrun.scenario.spec.ContainerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A run that never asks a registry: all images must be there. */
public final class Offline {
  private static final String ALWAYS = "always";

  private final Lab lab;
  private final RunSettings settings;

  Offline(Lab lab, RunSettings settings) {
    this.lab = lab;
    this.settings = settings;
  }

  /** The problem if an image is missing that a step gets or builds on; tells of all of them. */
  Optional<Problem> missing() {
    try {
      List<ImageNeed> missing =
          ImageNeeds.of(lab.plan(), settings.folder(), settings.environment()).stream()
              .filter(need -> EngineImage.find(lab.engine(), need.reference()).isEmpty())
              .toList();
      String file = lab.plan().scenario().source().name();
      return missing.isEmpty()
          ? Optional.empty()
          : Optional.of(ImageProblem.offline(missing, file));
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  /** The problem that an image is missing; tells of the others too. */
  Problem missing(String reference) {
    ImageNeed need = new ImageNeed(reference, false, Optional.empty());
    return missing()
        .orElseGet(
            () -> ImageProblem.offline(List.of(need), lab.plan().scenario().source().name()));
  }

  /**
   * What a scenario says in vain, each as it is written: to fetch images anew where they are there
   * already.
   */
  public static List<String> unheeded(Plan plan) {
    List<String> out = new ArrayList<>();
    Scenario scenario = plan.scenario();
    Stream.concat(scenario.containers().values().stream(), scenario.services().values().stream())
        .forEach(
            user -> add(user.key(), ContainerSpec.read(user, new RunResolver(plan.run())), out));
    return out;
  }

  private static void add(String key, ContainerSpec spec, List<String> out) {
    if (spec.pullPolicy().equals(ALWAYS)) {
      out.add("`pull_policy: always` of " + key);
    } else if (spec.build().map(BuildSpec::pull).orElse(false)) {
      out.add("`pull: true` of the build of " + key);
    }
  }
}
