package io.labrun.cli;

import io.labrun.load.LoadResult;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.ImagesText.Needed;
import io.labrun.report.MistakesText;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.Reference;
import io.labrun.run.image.EngineImage;
import io.labrun.run.image.ImageNeed;
import io.labrun.run.image.ImageNeeds;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The images that scenario files need, each once, and who needs them. */
final class NeededImages {
  private final Invocation invocation;
  private final Map<String, ImageNeed> needs = new LinkedHashMap<>();
  private final Map<String, List<String>> users = new LinkedHashMap<>();
  private final List<String> probes = new ArrayList<>();
  private ExitStatus status = ExitStatus.PASSED;

  private NeededImages(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Those of files; one with mistakes is shown, and does not stop the others. */
  static NeededImages of(Invocation invocation, List<Path> files) {
    NeededImages out = new NeededImages(invocation);
    Loading loading = new Loading(invocation);
    files.forEach(file -> out.read(file, loading));
    return out;
  }

  private void read(Path file, Loading loading) {
    LoadResult loaded = loading.load(file);
    if (loaded.scenario().isEmpty()) {
      status = ExitStatus.INVALID;
      new MistakesText(invocation.errorSettings())
          .render(Loading.invalid(loaded), "its images are not known")
          .forEach(invocation.console().err()::println);
      return;
    }
    try {
      add(loaded.scenario().get(), file);
    } catch (ProblemException e) {
      status = ExitStatus.worst(List.of(status, ExitStatus.NOT_RUN));
      new Failures(invocation.console())
          .tell(loaded.name() + ": " + e.problem().what(), e.problem().help());
    }
  }

  private void add(Scenario scenario, Path file) {
    String name = scenario.name().name();
    probes.add(scenario.defaults().probeImage());
    Plan plan = Planner.plan(scenario, RunName.draw(name, new Random()));
    Path folder = file.toAbsolutePath().normalize().getParent();
    for (ImageNeed need : ImageNeeds.of(plan, folder, invocation.console().env())) {
      String key = Reference.parse(need.reference()).familiar();
      needs.putIfAbsent(key, need);
      users
          .computeIfAbsent(key, other -> new ArrayList<>())
          .add(need.toBuild() ? name + " (to build on)" : name);
    }
  }

  /** Whether all files could be read: that, or the status that says why not. */
  ExitStatus status() {
    return status;
  }

  /** Whether no file could be read, so that nothing is known of what they need. */
  boolean isUnknown() {
    return status != ExitStatus.PASSED && needs.isEmpty();
  }

  /** The images that probes run from, whether or not a scenario needs them. */
  List<String> probes() {
    return probes;
  }

  /** All images, by the engine's name of each. */
  Map<String, ImageNeed> all() {
    return needs;
  }

  /** Those that an engine does not have. */
  List<ImageNeed> missing(Engine engine) {
    return needs.values().stream()
        .filter(need -> EngineImage.find(engine, need.reference()).isEmpty())
        .toList();
  }

  /** All as they are on an engine. */
  List<Needed> on(Engine engine) {
    List<Needed> out = new ArrayList<>();
    needs.forEach(
        (key, need) -> {
          Optional<EngineImage> there = EngineImage.find(engine, need.reference());
          String id = there.map(EngineImage::id).orElse("");
          long bytes = there.map(EngineImage::bytes).orElse(0L);
          out.add(new Needed(need.reference(), id, bytes, users.get(key)));
        });
    return out;
  }
}
