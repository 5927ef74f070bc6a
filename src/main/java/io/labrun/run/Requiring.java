package io.labrun.run;

import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.plan.Labels;
import io.labrun.plan.Need;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.require.Bench;
import io.labrun.run.require.Requirements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks side by side whether all that a scenario requires is there, before anything is made. */
final class Requiring {
  private final Lab lab;
  private final Workers workers;
  private final RunListener listener;
  private final Map<String, String> labels;
  private final Function<StepId, Optional<Problem>> step;

  /**
   * Looks for a lab of which nothing need stand.
   *
   * @param labels what everything of the run carries
   * @param step carries a step of the set-up out
   */
  Requiring(
      Lab lab,
      Workers workers,
      RunListener listener,
      Map<String, String> labels,
      Function<StepId, Optional<Problem>> step) {
    this.lab = lab;
    this.workers = workers;
    this.listener = listener;
    this.labels = new LinkedHashMap<>(labels);
    this.labels.put(Labels.ROLE, Labels.PROBE_ROLE);
    this.step = step;
  }

  /** Why a scenario can't begin: skipped for what is missing, or that it could not be seen. */
  record Obstacle(Outcome outcome, Problem problem) {}

  /** What came of one need: neither problem if it is met. */
  private record Answer(Optional<Problem> unmet, Optional<Problem> unseen) {}

  /** Looks at all needs; the obstacle if there is one. */
  Optional<Obstacle> look(List<Need> needs) {
    Optional<Problem> noImage =
        needs.stream().anyMatch(Requirements::takesContainer) ? image() : Optional.empty();
    if (needs.isEmpty() || noImage.isPresent()) {
      return noImage.map(why -> new Obstacle(Outcome.ERROR, why));
    }
    Stopwatch watch = new Stopwatch();
    listener.on(new RunEvent.RequirementsStarted(needs));
    List<Answer> answers = answers(needs);
    List<Problem> unmet = answers.stream().flatMap(answer -> answer.unmet().stream()).toList();
    List<Problem> unseen = answers.stream().flatMap(answer -> answer.unseen().stream()).toList();
    boolean met = unmet.isEmpty() && unseen.isEmpty();
    List<Problem> told = unmet.isEmpty() ? List.of() : both(unmet, unseen);
    listener.on(new RunEvent.RequirementsFinished(needs, watch.elapsed(), met, told));
    return unmet.isEmpty()
        ? unseen.stream().findFirst().map(why -> new Obstacle(Outcome.ERROR, why))
        : Optional.of(new Obstacle(Outcome.SKIPPED, together(told)));
  }

  /** Where something is missing, what could not be looked for is told with it. */
  private static List<Problem> both(List<Problem> unmet, List<Problem> unseen) {
    return Stream.concat(unmet.stream(), unseen.stream()).toList();
  }

  private Optional<Problem> image() {
    String image = lab.plan().scenario().defaults().probeImage();
    return Existing.find(lab.engine(), ObjectKind.IMAGE, image).isPresent()
        ? Optional.empty()
        : step.apply(new StepId(StepKind.IMAGE, image));
  }

  private List<Answer> answers(List<Need> needs) {
    String image = lab.plan().scenario().defaults().probeImage();
    try (Bench bench = new Bench(lab.engine(), image, lab.plan().run(), labels)) {
      List<CompletableFuture<Answer>> looks =
          needs.stream()
              .map(need -> workers.after(new CompletableFuture<?>[0], () -> answer(need, bench)))
              .toList();
      return looks.stream().map(CompletableFuture::join).toList();
    }
  }

  private static Answer answer(Need need, Bench bench) {
    try {
      return new Answer(Requirements.unmet(need, bench), Optional.empty());
    } catch (ProblemException e) {
      return new Answer(Optional.empty(), Optional.of(e.problem().at(need.what().span())));
    } catch (EngineException e) {
      Problem why =
          Problem.of("whether there is " + need.words() + " could not be found out")
              .details(List.of(e.getMessage()));
      return new Answer(Optional.empty(), Optional.of(why.at(need.what().span())));
    }
  }

  /** One problem for those who show only one. */
  private static Problem together(List<Problem> unmet) {
    if (unmet.size() == 1) {
      return unmet.get(0);
    }
    List<String> reasons = unmet.stream().map(Problem::what).toList();
    Problem all = Problem.of(unmet.size() + " things that it requires are not here");
    return all.details(reasons).at(unmet.get(0).span().orElseThrow());
  }
}
