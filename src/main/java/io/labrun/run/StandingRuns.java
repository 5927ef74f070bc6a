package io.labrun.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.labrun.event.Leftover;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LabelledObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The runs that stand on an engine, found by their labels alone. */
public final class StandingRuns {
  private final Engine engine;

  /** The runs on an engine. */
  public StandingRuns(Engine engine) {
    this.engine = engine;
  }

  /** All of them, by name. */
  public List<StandingRun> list() {
    List<LabelledObject> all = new ArrayList<>(engine.labelled(Map.of(Labels.RUN, "")));
    all.addAll(engine.limiter().steps());
    Map<String, List<LabelledObject>> byRun =
        all.stream()
            .filter(object -> object.labels().get(Labels.RUN).matches(RunName.PATTERN))
            .collect(
                Collectors.groupingBy(
                    object -> object.labels().get(Labels.RUN), TreeMap::new, Collectors.toList()));
    return byRun.entrySet().stream().map(e -> standing(e.getKey(), e.getValue())).toList();
  }

  /**
   * Removes all that some runs made, to the end.
   *
   * @return what could not be removed of each; nothing at all where the engine can't be asked
   */
  public Map<RunName, List<Leftover>> removeAll(Set<RunName> runs) {
    Map<RunName, List<Leftover>> out = new HashMap<>();
    try {
      List<StandingRun> standing = list();
      runs.forEach(run -> out.put(run, List.of()));
      standing.stream()
          .filter(run -> runs.contains(run.run()))
          .forEach(run -> out.put(run.run(), remove(run, event -> {})));
      return out;
    } catch (EngineException e) {
      return Map.of();
    }
  }

  /** Removes all that a run made, to the end; what could not be removed is returned. */
  public List<Leftover> remove(StandingRun run, RunListener listener) {
    try (Workers workers = new Workers("labrun-remove", RunSettings.USUAL_PARALLEL)) {
      Remover remover = new Remover(engine, workers, new Announcer(listener));
      List<Leftover> left =
          new ArrayList<>(remover.remove(Map.of(Labels.RUN, run.run().toString())));
      left.addAll(removeSteps(run, listener));
      return left;
    }
  }

  /** A run that is graded removes its steps itself; these are of one that was killed. */
  private List<Leftover> removeSteps(StandingRun run, RunListener listener) {
    String name = run.run().toString();
    List<LabelledObject> steps =
        run.objects().stream()
            .filter(object -> Labels.STEP_ROLE.equals(object.labels().get(Labels.ROLE)))
            .toList();
    if (steps.isEmpty()) {
      return List.of();
    }
    try {
      List<String> left = engine.limiter().removeSteps(Labels.STEP + name);
      steps.stream()
          .filter(step -> left.stream().noneMatch(why -> why.startsWith(step.id())))
          .forEach(step -> listener.on(new RunEvent.Removed(Labels.STEP_ROLE, step.name())));
      return left.stream().map(why -> new Leftover(Labels.STEP_ROLE, name, why)).toList();
    } catch (EngineException e) {
      return List.of(new Leftover(Labels.STEP_ROLE, name, e.getMessage()));
    }
  }

  private static StandingRun standing(String name, List<LabelledObject> objects) {
    return new StandingRun(
        RunName.parse(name),
        label(objects, Labels.OWNER).orElse(""),
        label(objects, Labels.FILE),
        label(objects, Labels.VARS).map(StandingRuns::variables).orElse(Map.of()),
        label(objects, Labels.MACHINES)
            .filter(urls -> !urls.isBlank())
            .map(urls -> List.of(urls.split(" ")))
            .orElse(List.of()),
        objects);
  }

  private static Optional<String> label(List<LabelledObject> objects, String name) {
    return objects.stream()
        .flatMap(o -> Optional.ofNullable(o.labels().get(name)).stream())
        .findFirst();
  }

  private static Map<String, String> variables(String json) {
    try {
      return new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }
}
