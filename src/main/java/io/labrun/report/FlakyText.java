package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of a file that passed in some of its runs how often, and which claims did not always hold.
 */
final class FlakyText {
  private static final String INDENT = "      ";
  private static final String DEEPER = INDENT + "  ";

  private final Pen pen;
  private final ReasonText reasons;

  FlakyText(Pen pen) {
    this.pen = pen;
    this.reasons = new ReasonText(pen);
  }

  /**
   * The lines.
   *
   * @param name what the file is called
   */
  List<String> render(FileResult file, String name) {
    String lead = Signs.lead(pen.theme(), pen.theme().marks().error());
    String words = FileWords.runs(file).replaceFirst("^flaky: ", "");
    List<String> out = new ArrayList<>(pen.beside(lead, Tone.WARNING, name + ": " + words));
    if (FileWords.isRetried(file)) {
      out.addAll(before(file));
    } else {
      out.addAll(counts(file));
    }
    return out;
  }

  /** Why the run before the last did not pass. */
  private List<String> before(FileResult file) {
    ScenarioResult last = file.runs().get(file.runs().size() - 2).result();
    List<String> out = new ArrayList<>();
    for (AssertionResult wrong : TroubleText.wrong(last)) {
      out.addAll(pen.beside(INDENT, Tone.MUTED, pen.brief(wrong.assertion().name().name())));
      reasons
          .of(wrong, pen.width() - DEEPER.length())
          .forEach(line -> out.addAll(pen.beside(DEEPER, Tone.MUTED, line)));
    }
    if (out.isEmpty()) {
      last.problem()
          .ifPresent(why -> out.addAll(pen.beside(INDENT, Tone.MUTED, pen.brief(why.what()))));
    }
    return out;
  }

  /** How often each claim held that did not always. */
  private List<String> counts(FileResult file) {
    int runs = file.runs().size();
    List<AssertionResult> claims = file.runs().get(0).result().assertions();
    List<String> out = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      long held = held(file.runs(), i);
      if (held < runs) {
        String lead = INDENT + held + " of " + runs + "  ";
        String claim = pen.brief(claims.get(i).assertion().name().name());
        out.addAll(pen.beside(lead, Tone.WARNING, claim));
      }
    }
    return out;
  }

  private static long held(List<ScenarioRun> runs, int index) {
    return runs.stream()
        .map(run -> run.result().assertions())
        .filter(claims -> index < claims.size())
        .filter(claims -> claims.get(index).status() == Status.PASSED)
        .count();
  }
}
