package io.labrun.run.image;

import io.labrun.plan.Need;
import io.labrun.plan.Plan;
import io.labrun.plan.RunResolver;
import io.labrun.plan.Step;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import io.labrun.run.build.BuildBases;
import io.labrun.run.engine.Reference;
import io.labrun.run.lab.LocalFiles;
import io.labrun.run.require.Requirements;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.BuildSpec;
import io.labrun.scenario.spec.ContainerSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the images that a plan needs on its own engine: those that its steps get, and those that
 * are needed without a step of their own, to look at what it requires and to build on.
 */
public final class ImageNeeds {
  private final Plan plan;
  private final Map<String, ImageNeed> found = new LinkedHashMap<>();

  private ImageNeeds(Plan plan) {
    this.plan = plan;
  }

  /**
   * The images, each once, whatever way its name is written.
   *
   * @param folder the scenario's
   * @param environment labrun's own, for arguments of builds that have no value
   * @throws io.labrun.run.lab.ProblemException if a Dockerfile can't be read
   */
  public static List<ImageNeed> of(Plan plan, Path folder, Map<String, String> environment) {
    ImageNeeds needs = new ImageNeeds(plan);
    needs.ofSteps();
    needs.ofRequirements();
    needs.ofBuilds(LocalFiles.of(plan, folder), environment);
    return List.copyOf(needs.found.values());
  }

  private void ofSteps() {
    for (Step step : plan.steps()) {
      StepId id = step.id();
      if (id.kind() == StepKind.IMAGE && !id.isHandover()) {
        add(id.key(), false, platform(id.key()));
      }
    }
  }

  private Optional<String> platform(String reference) {
    return containers().stream()
        .filter(spec -> spec.image().equals(reference))
        .flatMap(spec -> spec.platform().stream())
        .findFirst();
  }

  /** A service says of its image what a container says of it. */
  private List<ContainerSpec> containers() {
    TextResolver early = new RunResolver(plan.run());
    return Stream.concat(
            plan.scenario().containers().values().stream(),
            plan.scenario().services().values().stream())
        .map(user -> ContainerSpec.read(user, early))
        .toList();
  }

  private void ofRequirements() {
    if (Need.of(plan.scenario().requires()).stream().anyMatch(Requirements::takesContainer)) {
      add(plan.scenario().defaults().probeImage(), false, Optional.empty());
    }
  }

  private void ofBuilds(LocalFiles files, Map<String, String> environment) {
    for (ContainerSpec container : containers()) {
      if (container.build().isPresent()) {
        BuildSpec build = container.build().get();
        BuildBases.of(build, files, environment).forEach(base -> add(base, true, build.platform()));
      }
    }
  }

  private void add(String reference, boolean toBuild, Optional<String> platform) {
    found.putIfAbsent(
        Reference.parse(reference).familiar(), new ImageNeed(reference, toBuild, platform));
  }
}
