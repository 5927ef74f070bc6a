package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The lines about one file of a batch, gathered while it runs: one line if all is well, otherwise
 * what a single run shows.
 */
final class FileLines {
  /** The lines of one run. */
  private static final class OneRun {
    private final List<String> lines = new ArrayList<>();
    private boolean ended;
  }

  private final Supplier<BatchView> view;
  private final Detail detail;
  private final LongSupplier nanos;
  private final List<OneRun> runs = new ArrayList<>();
  private final Set<String> delays = new LinkedHashSet<>();
  private Transcript transcript;
  private boolean stopping;

  /** Lines that are shown as the view says at the time. */
  FileLines(Supplier<BatchView> view, LongSupplier nanos) {
    this.view = view;
    this.detail = view.get().settings().detail();
    this.nanos = nanos;
  }

  /** It waits for another file; said where everything is. */
  void delayed(String text) {
    if (detail == Detail.VERBOSE) {
      delays.add(text);
    }
  }

  /** A run of it begins on an engine. */
  void begin(String engine) {
    OneRun run = new OneRun();
    runs.add(run);
    boolean claimsOnly = detail != Detail.VERBOSE;
    transcript = new Transcript(view.get().on(engine), Task.RUN, claimsOnly, nanos, run.lines::add);
    if (stopping) {
      transcript.stopping();
    }
  }

  /** Something happened in its run. */
  void on(RunEvent event) {
    transcript.on(event);
    if (event instanceof RunEvent.ScenarioFinished finished) {
      OneRun run = runs.get(runs.size() - 1);
      run.ended = true;
      if (detail != Detail.VERBOSE && isGood(finished.result())) {
        run.lines.clear();
      }
    }
  }

  /** Somebody asked to stop. */
  void stopping() {
    stopping = true;
    if (transcript != null) {
      transcript.stopping();
    }
  }

  /** Whether all that is to be said of a result fits into its one line. */
  boolean isOneLine(FileResult result) {
    return detail != Detail.VERBOSE && result.result().filter(FileLines::isGood).isPresent();
  }

  /** Also one that was stopped has nothing to tell but that, if all was well so far. */
  private static boolean isGood(ScenarioResult result) {
    boolean good = result.outcome() == Outcome.PASSED || result.outcome() == Outcome.INTERRUPTED;
    return good
        && result.leftovers().isEmpty()
        && TroubleText.wrong(result).isEmpty()
        && result.assertions().stream().noneMatch(FileLines::isWarning);
  }

  private static boolean isWarning(AssertionResult result) {
    boolean tried = result.status() == Status.FAILED || result.status() == Status.ERROR;
    return result.isWarning() && tried;
  }

  /**
   * The lines about what came of it; may be none.
   *
   * @param name what the file is called, padded to its column
   */
  List<String> render(FileResult result, String name) {
    if (!result.diagnostics().isEmpty()) {
      return new MistakesText(view.get().settings()).render(result, "nothing was run");
    }
    if (result.runs().isEmpty()) {
      return List.of();
    }
    boolean quiet = detail == Detail.QUIET;
    if (isOneLine(result)) {
      return quiet ? List.of() : line(result, name);
    }
    List<String> out = new ArrayList<>();
    if (detail == Detail.VERBOSE) {
      Pen pen = new Pen(view.get().settings().theme());
      delays.forEach(text -> out.addAll(pen.beside("", Tone.MUTED, text)));
      runs.forEach(run -> add(out, run.lines));
    } else {
      add(out, deciding(result));
    }
    if (result.runs().size() > 1) {
      add(out, line(result, name));
    }
    return out;
  }

  private static void add(List<String> out, List<String> lines) {
    if (!out.isEmpty() && !lines.isEmpty()) {
      out.add("");
    }
    out.addAll(lines);
  }

  /** The lines of the run that decides: those that ended are in the order of the results. */
  private List<String> deciding(FileResult result) {
    List<OneRun> ended = runs.stream().filter(run -> run.ended).toList();
    return result.deciding() < ended.size() ? ended.get(result.deciding()).lines : List.of();
  }

  private List<String> line(FileResult result, String name) {
    Pen pen = new Pen(view.get().settings().theme());
    Tone tone = FileWords.tone(result);
    String lead = Signs.lead(pen.theme(), FileWords.sign(result, pen.theme().marks()));
    String time = FileWords.time(result).map(Times::of).orElse("");
    return pen.beside(lead, tone, name + "  " + FileWords.of(result), time);
  }
}
