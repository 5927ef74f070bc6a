package io.labrun.report.html;

import io.labrun.event.AssertionResult;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.plan.Plan;
import io.labrun.report.LookText;
import io.labrun.report.ReportSettings;
import io.labrun.report.Times;
import io.labrun.report.Words;
import io.labrun.scenario.LocalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One claim: what came of it at a glance, and folded below whatever a reader then asks. */
final class ClaimItem {
  private final Markup out;
  private final ReportSettings settings;
  private final Evidence evidence;
  private final ProblemBox problems;

  ClaimItem(Markup out, ReportSettings settings, Budget budget) {
    this.out = out;
    this.settings = settings;
    this.evidence = new Evidence(out, budget);
    this.problems = new ProblemBox(out, budget);
  }

  /**
   * Writes a claim; one that does not hold stands open.
   *
   * @param graded whether points are shown
   */
  void write(AssertionResult result, Plan plan, boolean graded) {
    Sign sign = Sign.of(result);
    boolean open = sign == Sign.FAILED || sign == Sign.ERROR || sign == Sign.WARNING;
    out.open("li", "class", "claim " + sign.style());
    out.open("details", "open", open ? "" : null).open("summary");
    sign.write(out);
    out.leaf(
        open ? "h4" : "span", result.assertion().name().name(), "class", "name", "dir", "auto");
    out.leaf("span", facts(result, graded), "class", "fact");
    out.close("summary").open("div", "class", "body");
    body(result, plan);
    out.close("div").close("details").close("li");
  }

  private static String facts(AssertionResult result, boolean graded) {
    List<String> facts = new ArrayList<>();
    if (result.attempts() > 0 || !result.time().isZero()) {
      facts.add(Times.of(result.time()));
    }
    if (result.attempts() > 1) {
      facts.add(Words.count(result.attempts(), "attempt"));
    }
    if (graded) {
      int points = result.assertion().points();
      int got = result.status() == Status.PASSED ? points : 0;
      facts.add(got + " of " + Words.count(points, "point"));
    }
    return String.join(" · ", facts);
  }

  private void body(AssertionResult result, Plan plan) {
    switch (result.status()) {
      case PASSED -> {
        new CodeExcerpt(out).whole(result.assertion().span());
        evidence.seen(result.observations());
      }
      case FAILED -> {
        evidence.failure(result);
        evidence.seen(result.observations());
        result.problem().ifPresent(why -> problems.write(why, Optional.empty()));
        leadOn(result, plan);
      }
      case ERROR -> {
        Problem why = result.problem().orElse(Problem.of("no reason was given"));
        problems.write(why, Optional.of(result.assertion().check().kindSpan()));
        evidence.seen(result.observations());
        leadOn(result, plan);
      }
      case BLOCKED, SKIPPED -> {
        result.problem().ifPresent(why -> problems.write(why, Optional.empty()));
        new CodeExcerpt(out).whole(result.assertion().span());
      }
    }
  }

  private void leadOn(AssertionResult result, Plan plan) {
    hints(result.assertion().hints());
    List<String> commands = new LookText(settings).commands(result, plan);
    if (!commands.isEmpty()) {
      out.open("dl", "class", "leads").leaf("dt", "Look").open("dd");
      out.leaf("pre", String.join("\n", commands)).close("dd").close("dl");
    }
  }

  /** The first hint; each further one is folded, for who wants it. */
  private void hints(List<LocalText> hints) {
    if (hints.isEmpty()) {
      return;
    }
    out.open("dl", "class", "leads hints").leaf("dt", "Hint");
    for (int i = 0; i < hints.size(); i++) {
      LocalWords words = LocalWords.of(hints.get(i), settings.language());
      out.open("dd");
      if (i > 0) {
        out.open("details").leaf("summary", "Another hint");
      }
      words.write(out, "p");
      if (i > 0) {
        out.close("details");
      }
      out.close("dd");
    }
    out.close("dl");
  }
}
