package io.labrun.report;

import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.plan.StepId;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One line for each stage of setting up, once it is over, and what went wrong in it. */
final class SetUpText {
  private final Pen pen;
  private final SetUpProgress progress;
  private final Set<Stage> told = EnumSet.noneOf(Stage.class);
  private final List<Problem> problems = new ArrayList<>();

  SetUpText(Pen pen, SetUpProgress progress) {
    this.pen = pen;
    this.progress = progress;
  }

  /**
   * The lines of stages that are over and not told yet, in order; of none after one that is not.
   */
  List<String> finished() {
    List<String> out = new ArrayList<>();
    for (Stage stage : Stage.all()) {
      if (!progress.isOver(stage)) {
        break;
      }
      out.addAll(tell(stage));
    }
    return out;
  }

  /** The lines of all stages that are not told yet, as far as they have come. */
  List<String> rest() {
    List<String> out = new ArrayList<>();
    Stage.all().forEach(stage -> out.addAll(tell(stage)));
    return out;
  }

  private List<String> tell(Stage stage) {
    List<String> made = progress.made(stage);
    if (!told.add(stage) || made.isEmpty()) {
      return List.of();
    }
    String names = pen.safe(Words.names(made));
    return pen.beside(stage.lead(), Tone.MUTED, names, Times.of(progress.time(stage)));
  }

  /** The lines of a step that could not be done. */
  List<String> failed(RunEvent.StepFinished event, Problem problem) {
    problems.add(problem);
    String lead = Signs.lead(pen.theme(), pen.theme().marks().error());
    List<String> out =
        new ArrayList<>(
            pen.beside(lead, Tone.BAD, pen.safe(words(event.step())), Times.of(event.time())));
    Gutter gutter = new Gutter(pen);
    ProblemText text = new ProblemText(pen);
    text.render(problem, "", Optional.empty(), gutter);
    out.addAll(gutter.lines());
    out.addAll(text.help(problem));
    return out;
  }

  /** Whether a problem has been told. */
  boolean hasTold(Problem problem) {
    return problems.contains(problem);
  }

  private static String words(StepId step) {
    return switch (step.kind()) {
      case IMAGE ->
          "image "
              + step.key()
              + " could not be "
              + (step.isHandover() ? "handed over to " + step.host() : "got");
      case UNDERLAY -> "the network of the hosts could not be made";
      case HOST -> "host " + step.key() + " could not be made";
      case SWARM ->
          step.key().isEmpty()
              ? "the engine could not be made a swarm"
              : "host " + step.key() + " could not be made a member of the swarm";
      case BUILD -> "image for " + step.key() + " could not be built";
      case NETWORK -> "network " + step.key() + " could not be made";
      case VOLUME -> "volume " + step.key() + " could not be made";
      case CONTAINER -> "container " + step.key() + " could not be started";
      case SERVICE -> "service " + step.key() + " could not be made";
      case HEALTHY -> "container " + step.key() + " did not become healthy";
      case COMPLETED -> "container " + step.key() + " did not end as it should";
      case PROBE -> "no probe can be put beside container " + step.key();
    };
  }
}
