package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.plan.Plan;
import io.labrun.source.Span;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what came of one assertion: one line, and below it whatever a reader then asks. */
public final class AssertionText {
  private final ReportSettings settings;
  private final Pen pen;
  private final ClaimText claim;
  private final ProblemText problems;
  private final LookText look;

  /** Assertions shown as the settings say. */
  public AssertionText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
    this.claim = new ClaimText(pen, settings.detail());
    this.problems = new ProblemText(pen);
    this.look = new LookText(settings);
  }

  /** All lines about a result. */
  public List<String> render(AssertionResult result, Plan plan) {
    List<String> out = new ArrayList<>(head(result));
    switch (result.status()) {
      case PASSED -> passed(result, out);
      case FAILED -> failed(result, plan, out);
      case ERROR -> error(result, plan, out);
      case BLOCKED, SKIPPED -> reason(result, out);
    }
    return out;
  }

  private List<String> head(AssertionResult result) {
    String name = pen.brief(result.assertion().name().name());
    boolean tried = result.attempts() > 0 || !result.time().isZero();
    return pen.beside(
        Signs.lead(settings.theme(), result),
        Signs.tone(result),
        result.isWarning() ? name + " (warning only)" : name,
        tried ? Times.of(result.time()) : word(result.status()));
  }

  private static String word(Status status) {
    return switch (status) {
      case PASSED, FAILED -> "";
      case ERROR -> "error";
      case BLOCKED -> "blocked";
      case SKIPPED -> "not tried";
    };
  }

  private void passed(AssertionResult result, List<String> out) {
    if (settings.detail() == Detail.VERBOSE) {
      Gutter gutter = new Gutter(pen);
      claim.seen(result, gutter);
      out.addAll(gutter.lines());
    }
  }

  private void failed(AssertionResult result, Plan plan, List<String> out) {
    Gutter gutter = new Gutter(pen);
    claim.failure(result, gutter);
    result.problem().ifPresent(why -> problems.render(why, "", Optional.empty(), gutter));
    out.addAll(gutter.lines());
    result.problem().ifPresent(why -> out.addAll(problems.help(why)));
    leadOn(result, plan, out);
  }

  private void error(AssertionResult result, Plan plan, List<String> out) {
    Gutter gutter = new Gutter(pen);
    Problem why = result.problem().orElse(Problem.of("no reason was given"));
    Optional<Span> check = Optional.of(result.assertion().check().kindSpan());
    problems.render(why, "could not be checked", check, gutter);
    claim.seen(result, gutter);
    out.addAll(gutter.lines());
    out.addAll(problems.help(why));
    leadOn(result, plan, out);
  }

  private void reason(AssertionResult result, List<String> out) {
    Tone tone = Tone.MUTED;
    result
        .problem()
        .ifPresent(why -> out.addAll(pen.beside("      ", tone, pen.brief(why.what()))));
  }

  private void leadOn(AssertionResult result, Plan plan, List<String> out) {
    List<String> hints =
        result.assertion().hints().stream()
            .map(hint -> hint.in(settings.language()).strip())
            .toList();
    boolean all = settings.detail() == Detail.VERBOSE;
    out.addAll(Leads.lines(pen, "hint", all ? hints : hints.stream().limit(1).toList()));
    out.addAll(Leads.commands(pen, "look", look.commands(result, plan)));
  }
}
