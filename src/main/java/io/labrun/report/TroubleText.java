package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.source.Diagnostic;
import io.labrun.source.Marks;
import io.labrun.source.Span;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of a file of a batch what went wrong, in so few lines that all such files are seen at once:
 * which claims, where, why, and the command that runs just this file again.
 */
final class TroubleText {
  private static final int MOST_CLAIMS = 5;
  private static final String INDENT = "      ";

  private final BatchView view;
  private final ReportSettings settings;
  private final Pen pen;
  private final ReasonText reasons;

  /**
   * A text.
   *
   * @param engine the address of the one that a file ran on; empty where none is known
   */
  TroubleText(BatchView view, String engine) {
    this.view = view;
    this.settings = view.on(engine);
    this.pen = new Pen(settings.theme());
    this.reasons = new ReasonText(pen);
  }

  /**
   * The lines about what was run.
   *
   * @param name what the file is called
   */
  List<String> run(FileResult file, String name) {
    ScenarioResult result = file.result().orElseThrow();
    List<AssertionResult> wrong = wrong(result);
    List<String> out = new ArrayList<>();
    wrong.stream().limit(MOST_CLAIMS).forEach(claim -> out.addAll(claim(claim, name)));
    if (wrong.size() > MOST_CLAIMS) {
      out.add(INDENT + "and " + Words.count(wrong.size() - MOST_CLAIMS, "more claim"));
    }
    if (wrong.isEmpty()) {
      out.addAll(whole(result, name));
    }
    file.runs().forEach(one -> out.addAll(left(one)));
    out.addAll(again(result));
    return out;
  }

  /** What a run left, also one that decides nothing because its engine was gone. */
  private List<String> left(ScenarioRun run) {
    List<String> out = new ArrayList<>();
    for (Leftover left : run.result().leftovers()) {
      String words = "left behind: %s %s: %s";
      out.addAll(text(words.formatted(left.kind(), left.name(), left.reason())));
      String command = RemoveCommand.of(left, view.on(run.engine()));
      out.addAll(Leads.commands(pen, "help", List.of(command)));
    }
    return out;
  }

  /** Whether any run of a file left something. */
  static boolean hasLeft(FileResult file) {
    return file.runs().stream().anyMatch(run -> !run.result().leftovers().isEmpty());
  }

  /** The claims that were not kept, without warnings. */
  static List<AssertionResult> wrong(ScenarioResult result) {
    return result.assertions().stream()
        .filter(one -> one.status() == Status.FAILED || one.status() == Status.ERROR)
        .filter(one -> !one.isWarning())
        .toList();
  }

  private List<String> claim(AssertionResult claim, String name) {
    String text = name + ": " + pen.brief(claim.assertion().name().name());
    List<String> out =
        new ArrayList<>(pen.beside(Signs.lead(pen.theme(), claim), Signs.tone(claim), text));
    reasons.of(claim, pen.width() - INDENT.length()).forEach(line -> out.addAll(place(line)));
    return out;
  }

  private List<String> whole(ScenarioResult result, String name) {
    Optional<Problem> why = result.problem();
    String words = why.map(Problem::what).orElseGet(() -> VerdictText.words(result));
    boolean passed = result.outcome() == Outcome.PASSED;
    Marks marks = pen.theme().marks();
    String lead = Signs.lead(pen.theme(), passed ? marks.fail() : FileWords.sign(result, marks));
    Tone tone = passed ? Tone.BAD : VerdictText.tone(result);
    List<String> out =
        new ArrayList<>(pen.beside(lead, tone, name + ": " + pen.brief(firstSentence(words))));
    why.flatMap(Problem::span)
        .map(Span::place)
        .ifPresent(place -> out.addAll(place(pen.safe(place))));
    return out;
  }

  /** What is refused is told at length further up. */
  private static String firstSentence(String words) {
    int end = words.indexOf(". ");
    return end < 0 ? words : words.substring(0, end);
  }

  /** A place is never cut in two: people copy it. */
  private List<String> place(String line) {
    boolean single = line.indexOf(' ') < 0;
    return single ? List.of(INDENT + line) : pen.beside(INDENT, Tone.MUTED, line);
  }

  private List<String> text(String words) {
    return pen.beside(INDENT, Tone.MUTED, pen.brief(words));
  }

  /** The command that runs just this again, with what it asks for; a stream can't be had again. */
  private List<String> again(ScenarioResult result) {
    String file = result.plan().scenario().source().name();
    if (file.equals("-") || result.outcome() == Outcome.INTERRUPTED) {
      return List.of();
    }
    List<String> words = new ArrayList<>(GrantText.words(result.plan().scenario()));
    words.addAll(settings.given());
    words.add(file);
    return Leads.commands(pen, "run", List.of(settings.labrun(words.toArray(String[]::new))));
  }

  /** The lines about a file with mistakes: the first of them. */
  List<String> invalid(FileResult file, String name) {
    String lead = Signs.lead(pen.theme(), pen.theme().marks().fail());
    String count = Words.count(file.diagnostics().size(), "mistake");
    List<String> out = new ArrayList<>(pen.beside(lead, Tone.BAD, name + ": " + count));
    Diagnostic first = file.diagnostics().get(0);
    String place = first.span().map(span -> pen.safe(span.place())).orElse("");
    String message = pen.brief(first.message());
    if (INDENT.length() + place.length() + 2 + TextWidth.of(message) <= pen.width()) {
      out.add((INDENT + place + (place.isEmpty() ? "" : "  ") + message).stripTrailing());
    } else {
      out.addAll(place.isEmpty() ? List.of() : place(place));
      out.addAll(pen.beside(INDENT, Tone.MUTED, message));
    }
    return out;
  }
}
