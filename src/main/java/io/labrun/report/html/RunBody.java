package io.labrun.report.html;

import io.labrun.event.AssertionResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.report.RemoveCommand;
import io.labrun.report.ReportSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All about one run: why it could not be made, its claims, what ran when, what was left. */
final class RunBody {
  private final Markup out;
  private final Function<ScenarioRun, ReportSettings> settings;
  private final Budget budget;

  RunBody(Markup out, Function<ScenarioRun, ReportSettings> settings, Budget budget) {
    this.out = out;
    this.settings = settings;
    this.budget = budget;
  }

  /** Writes it. */
  void write(ScenarioRun run) {
    ScenarioResult result = run.result();
    result.problem().ifPresent(why -> new ProblemBox(out, budget).write(why, Optional.empty()));
    leftovers(result.leftovers(), settings.apply(run));
    if (result.kept()) {
      out.leaf("p", "It was left standing on purpose.", "class", "note");
    }
    boolean tried = result.outcome() != Outcome.SKIPPED && result.outcome() != Outcome.REFUSED;
    if (tried) {
      claims(result, settings.apply(run));
    }
    new RunTimeline(out).write(run);
    run.snapshot().ifPresent(snapshot -> new Stood(out, budget).write(snapshot));
  }

  private void claims(ScenarioResult result, ReportSettings shown) {
    List<AssertionResult> all = result.assertions();
    if (all.isEmpty()) {
      return;
    }
    boolean graded = all.stream().anyMatch(one -> one.assertion().points() != 1);
    ClaimItem item = new ClaimItem(out, shown, budget);
    out.leaf("h3", "Claims").open("ol", "class", "claims");
    all.forEach(one -> item.write(one, result.plan(), graded));
    out.close("ol");
  }

  private void leftovers(List<Leftover> leftovers, ReportSettings shown) {
    if (leftovers.isEmpty()) {
      return;
    }
    out.open("div", "class", "problem").leaf("p", "Left behind", "class", "what").open("ul");
    for (Leftover left : leftovers) {
      out.leaf("li", left.kind() + " " + left.name() + " could not be removed: " + left.reason());
    }
    out.close("ul");
    List<String> commands = leftovers.stream().map(left -> RemoveCommand.of(left, shown)).toList();
    new ProblemBox(out, budget).leads("Help", commands);
    out.close("div");
  }
}
