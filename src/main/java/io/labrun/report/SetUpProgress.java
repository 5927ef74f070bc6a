package io.labrun.report;

import io.labrun.event.LayerState;
import io.labrun.event.RunEvent;
import io.labrun.plan.Plan;
import io.labrun.plan.Step;
import io.labrun.plan.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** How far setting up has come: what runs, what is done, and since when. */
final class SetUpProgress {
  private final LongSupplier nanos;
  private final List<StepId> all;
  private final Set<StepId> open = new LinkedHashSet<>();
  private final Map<StepId, Long> running = new LinkedHashMap<>();
  private final Map<StepId, Map<String, LayerState>> layers = new LinkedHashMap<>();
  private final Set<StepId> done = new HashSet<>();
  private final Map<Stage, Long> begun = new EnumMap<>(Stage.class);
  private final Map<Stage, Long> ended = new EnumMap<>(Stage.class);

  SetUpProgress(Plan plan, LongSupplier nanos) {
    this.nanos = nanos;
    this.all = plan.steps().stream().map(Step::id).toList();
    open.addAll(all);
  }

  /** A step began. */
  void on(RunEvent.StepStarted event) {
    running.put(event.step(), nanos.getAsLong());
    begun.putIfAbsent(Stage.of(event.step()), nanos.getAsLong());
  }

  /** A layer came further. */
  void on(RunEvent.StepProgressed event) {
    layers
        .computeIfAbsent(event.step(), step -> new LinkedHashMap<>())
        .put(event.layer().layer(), event.layer());
  }

  /** A step ended. */
  void on(RunEvent.StepFinished event) {
    running.remove(event.step());
    open.remove(event.step());
    ended.put(Stage.of(event.step()), nanos.getAsLong());
    if (event.problem().isEmpty()) {
      done.add(event.step());
    }
  }

  /** Whether all steps of a stage have ended. */
  boolean isOver(Stage stage) {
    return open.stream().noneMatch(step -> Stage.of(step) == stage);
  }

  /** How long a stage took or takes so far. */
  Duration time(Stage stage) {
    long from = begun.getOrDefault(stage, 0L);
    long to = isOver(stage) ? ended.getOrDefault(stage, from) : nanos.getAsLong();
    return Duration.ofNanos(to - from);
  }

  /**
   * The keys of what a stage has made, in the plan's order; of images only those that had to be
   * fetched or built.
   */
  List<String> made(Stage stage) {
    List<String> keys = new ArrayList<>();
    for (StepId step : all) {
      boolean counts =
          switch (step.kind()) {
            case IMAGE -> layers.containsKey(step);
            case BUILD, HOST, NETWORK, VOLUME, CONTAINER, SERVICE -> true;
            case UNDERLAY, SWARM, HEALTHY, COMPLETED, PROBE -> false;
          };
      if (counts && done.contains(step) && Stage.of(step) == stage) {
        keys.add(step.key());
      }
    }
    return keys;
  }

  /** How many things a stage is to make. */
  int total(Stage stage, Plan plan) {
    return plan.keys(stage.makes()).size();
  }

  /** The steps of a stage that run now. */
  List<StepId> running(Stage stage) {
    return running.keySet().stream().filter(step -> Stage.of(step) == stage).toList();
  }

  /** The layers of an image that is being fetched. */
  Optional<Collection<LayerState>> layers(StepId step) {
    return Optional.ofNullable(layers.get(step)).map(Map::values);
  }
}
