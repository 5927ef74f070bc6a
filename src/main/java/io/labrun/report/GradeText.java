package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Points;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.scenario.Scenario;
import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows grades: a line for each submission, below it why points are missing, and a line for all.
 */
public final class GradeText {
  private static final int BAR = 10;
  private static final int ROOM_FOR_BAR = 56;
  private static final int MOST_DETAILS = 6;
  private static final int MOST = 60;
  private static final String BELOW = "      ";

  private final Pen pen;
  private final boolean quiet;
  private final HeaderText header;

  /** Grades shown as the settings say. */
  public GradeText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
    this.quiet = settings.detail() == Detail.QUIET;
    this.header = new HeaderText(settings);
  }

  /** What stands above all: the exercise. */
  public List<String> head(Scenario exercise) {
    return header.render(exercise);
  }

  /**
   * One submission.
   *
   * @param names how many columns the longest name of all takes
   */
  public List<String> row(FileResult submission, int names) {
    Marks marks = pen.theme().marks();
    String name = pen.clip(pen.safe(submission.file()), column(names));
    String room = " ".repeat(Math.max(0, column(names) - TextWidth.of(name)));
    if (submission.result().isEmpty()) {
      Problem why = submission.unrun().orElse(Problem.of("no reason was given"));
      List<String> out = new ArrayList<>();
      out.addAll(
          pen.beside(
              Signs.lead(pen.theme(), marks.error()),
              Tone.WARNING,
              name + room + "  not graded: " + pen.brief(why.what())));
      out.addAll(help(why));
      return out;
    }
    ScenarioResult result = submission.result().get();
    Points points = Points.of(result.assertions());
    String sign = points.isFull() ? marks.pass() : marks.fail();
    Tone tone = points.isFull() ? Tone.GOOD : Tone.BAD;
    String words = (pen.width() < ROOM_FOR_BAR ? "" : "  " + bar(points)) + "  " + numbers(points);
    List<String> out = new ArrayList<>();
    if (!quiet || !points.isFull()) {
      String time = result.time().isZero() ? "" : Times.of(result.time());
      out.addAll(pen.beside(Signs.lead(pen.theme(), sign), tone, name + room + words, time));
      out.addAll(reasons(result));
    }
    return out;
  }

  private int column(int names) {
    return Math.min(names, Math.max(12, pen.width() - 48));
  }

  private String bar(Points points) {
    boolean fine = pen.theme().marks() == Marks.UNICODE;
    int full = (int) (points.percent() * BAR / 100);
    return (fine ? "█" : "#").repeat(full) + (fine ? "░" : ".").repeat(BAR - full);
  }

  private static String numbers(Points points) {
    String most = Long.toString(points.possible());
    String reached = " ".repeat(Math.max(0, most.length() - digits(points.reached())));
    return "%s%d of %s  %3d %%".formatted(reached, points.reached(), most, points.percent());
  }

  private static int digits(long number) {
    return Long.toString(number).length();
  }

  private List<String> reasons(ScenarioResult result) {
    boolean untried = result.assertions().stream().allMatch(GradeText::isUntried);
    List<String> out = new ArrayList<>();
    if (untried && result.problem().isPresent()) {
      Problem why = result.problem().get();
      out.addAll(pen.beside(BELOW, Tone.MUTED, pen.brief(why.what())));
      why.details().stream()
          .flatMap(detail -> pen.safeLines(detail).stream())
          .limit(MOST_DETAILS)
          .forEach(line -> out.add(BELOW + "  " + pen.clip(line, pen.width() - 8)));
      out.addAll(help(why));
    } else {
      result.assertions().stream()
          .filter(one -> one.status() != Status.PASSED)
          .forEach(one -> out.addAll(reason(one)));
    }
    result
        .leftovers()
        .forEach(
            left ->
                out.addAll(
                    pen.beside(
                        BELOW,
                        Tone.BAD,
                        pen.safe("left behind: " + left.kind() + " " + left.name()))));
    return out;
  }

  private static boolean isUntried(AssertionResult one) {
    return one.status() == Status.SKIPPED || one.status() == Status.BLOCKED;
  }

  private List<String> help(Problem why) {
    return why.help().stream()
        .flatMap(line -> pen.beside(BELOW, Tone.MUTED, pen.brief(line)).stream())
        .toList();
  }

  private List<String> reason(AssertionResult one) {
    String lead = "    " + Signs.lead(pen.theme(), one).substring(2);
    String points = "-" + one.assertion().points() + "  ";
    return pen.beside(
        lead, Signs.tone(one), points + pen.brief(one.assertion().name().name()) + ": " + why(one));
  }

  private String why(AssertionResult one) {
    Optional<Mismatch> mismatch =
        Stream.concat(
                one.observations().stream().flatMap(seen -> seen.mismatches().stream()),
                one.across().stream())
            .findFirst();
    return one.status() == Status.FAILED && mismatch.isPresent()
        ? words(mismatch.get()) + one.whyNoValue().map(seen -> ": " + pen.brief(seen)).orElse("")
        : pen.brief(one.problem().map(Problem::what).orElse("it does not hold"));
  }

  private String words(Mismatch mismatch) {
    return "expected " + piece(mismatch.expected()) + ", found " + piece(mismatch.found());
  }

  private String piece(String value) {
    return pen.clip(pen.safe(value.substring(0, Math.min(value.length(), MOST))), MOST);
  }

  /** The line about all of them. */
  public String total(List<FileResult> all, Duration time) {
    boolean whole = all.stream().allMatch(one -> one.result().isPresent());
    String words = GradeWords.total(all) + " in " + Times.of(time);
    return pen.paint(whole ? Tone.GOOD : Tone.WARNING, words);
  }

  /** How many columns a name takes as it is shown. */
  public int width(String name) {
    return TextWidth.of(pen.safe(name));
  }
}
