package io.labrun.report.file;

import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.report.RemoveCommand;
import io.labrun.report.ReportSettings;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something about a file, besides its assertions, for which it is not simply passed.
 *
 * @param type in one word: a {@link FileStatus}, or {@code leftover}
 * @param claim what is not so: {@code the scenario is valid}
 * @param what why, in one sentence; not safe to show as it is
 * @param more facts and help; not safe to show as they are
 * @param place where it stands in the file
 */
record Trouble(String type, String claim, String what, List<String> more, Optional<Span> place) {
  private static final Problem UNSAID = Problem.of("no reason was given");

  /**
   * All troubles of a file; none if its assertions say everything.
   *
   * @param head of the report that says them
   */
  static List<Trouble> of(FileResult file, ReportHead head) {
    List<Trouble> out = new ArrayList<>();
    file.diagnostics().forEach(mistake -> out.add(invalid(mistake)));
    String run = head.grades() ? "the submission was graded" : "the scenario was run";
    file.unrun().ifPresent(why -> out.add(of(FileStatus.UNRUN, run, why)));
    file.result().ifPresent(result -> out.addAll(of(result, head.noun())));
    for (ScenarioRun one : file.runs()) {
      ReportSettings settings = head.settings(one);
      one.result().leftovers().forEach(left -> out.add(leftover(left, settings)));
    }
    if (out.isEmpty() && file.runs().isEmpty()) {
      out.add(of(FileStatus.of(file), run, UNSAID));
    }
    return out;
  }

  /** Whether the machine merely lacks something. */
  boolean isSkip() {
    return type.equals(FileStatus.SKIPPED.word());
  }

  private static Trouble invalid(Diagnostic mistake) {
    List<String> more = new ArrayList<>();
    if (!mistake.label().isEmpty()) {
      more.add(mistake.label());
    }
    more.addAll(mistake.help());
    return new Trouble(
        FileStatus.INVALID.word(),
        "the scenario is valid",
        mistake.message() + " [" + mistake.code() + "]",
        more,
        mistake.span());
  }

  private static List<Trouble> of(ScenarioResult result, String noun) {
    boolean said =
        result.assertions().stream()
            .anyMatch(one -> one.status() == Status.ERROR && !one.isWarning());
    boolean owes =
        result.outcome() != Outcome.FAILED && !(result.outcome() == Outcome.ERROR && said);
    if (result.outcome() == Outcome.PASSED || (result.problem().isEmpty() && !owes)) {
      return List.of();
    }
    Problem nothing =
        result.outcome() == Outcome.ERROR ? Problem.of("not all could be checked") : UNSAID;
    Problem why = result.problem().orElse(nothing);
    return List.of(of(FileStatus.of(result.outcome()), claim(result.outcome(), noun), why));
  }

  private static String claim(Outcome outcome, String noun) {
    return switch (outcome) {
      case SKIPPED -> "the machine has what the scenario requires";
      case REFUSED -> "the " + noun + " may be run";
      case INTERRUPTED -> "the " + noun + " came to its end";
      case PASSED, FAILED, ERROR -> "the " + noun + " could be run";
    };
  }

  private static Trouble of(FileStatus status, String claim, Problem why) {
    List<String> more = new ArrayList<>(why.details());
    more.addAll(why.help());
    return new Trouble(status.word(), claim, why.what(), more, why.span());
  }

  private static Trouble leftover(Leftover left, ReportSettings settings) {
    return new Trouble(
        "leftover",
        "everything was removed",
        "the " + left.kind() + " " + left.name() + " is left: " + left.reason(),
        List.of(RemoveCommand.of(left, settings) + "    removes it"),
        Optional.empty());
  }
}
