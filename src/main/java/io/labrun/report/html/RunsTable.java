package io.labrun.report.html;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.report.ReportSettings;
import io.labrun.report.Times;
import io.labrun.report.VerdictText;
import java.util.List;
import java.util.function.Function;

/** Several runs of one file: how often each claim passed, and the runs that do not decide. */
final class RunsTable {
  private static final int MOST_COLUMNS = 12;
  private static final int MOST_RUNS = 10;

  private final Markup out;
  private final Function<ScenarioRun, ReportSettings> settings;
  private final Budget budget;

  RunsTable(Markup out, Function<ScenarioRun, ReportSettings> settings, Budget budget) {
    this.out = out;
    this.settings = settings;
    this.budget = budget;
  }

  /** Writes the table, and folded below it the other runs; nothing for a single run. */
  void write(FileResult file) {
    if (file.runs().size() < 2) {
      return;
    }
    out.open("details", "open", file.isFlaky() ? "" : null).open("summary");
    out.leaf("h3", file.runs().size() + " runs").close("summary");
    String decides = "Run " + (file.deciding() + 1) + " decides and is shown above.";
    out.leaf("p", decides, "class", "muted");
    table(file);
    out.close("details");
    others(file);
  }

  private void table(FileResult file) {
    List<ScenarioRun> runs = file.runs().subList(0, Math.min(MOST_COLUMNS, file.runs().size()));
    out.open("div", "class", "scroll", "tabindex", "0").open("table", "class", "runs");
    out.open("thead").open("tr").leaf("th", "Claim", "scope", "col");
    out.leaf("th", "Passed", "scope", "col");
    for (int run = 0; run < runs.size(); run++) {
      out.leaf("th", "Run " + (run + 1), "scope", "col");
    }
    out.close("tr").close("thead").open("tbody");
    List<AssertionResult> claims = runs.get(0).result().assertions();
    for (int claim = 0; claim < claims.size(); claim++) {
      row(file, runs, claim);
    }
    out.close("tbody").close("table").close("div");
    if (runs.size() < file.runs().size()) {
      String more = "The first " + runs.size() + " of " + file.runs().size() + " runs are shown.";
      out.leaf("p", more, "class", "muted");
    }
  }

  private void row(FileResult file, List<ScenarioRun> runs, int claim) {
    long passed = file.runs().stream().filter(run -> passed(run, claim)).count();
    String name = runs.get(0).result().assertions().get(claim).assertion().name().name();
    out.open("tr").leaf("th", name, "scope", "row", "dir", "auto");
    out.leaf("td", passed + " of " + file.runs().size());
    for (ScenarioRun run : runs) {
      out.open("td");
      if (claim < run.result().assertions().size()) {
        Sign.of(run.result().assertions().get(claim)).write(out);
      }
      out.close("td");
    }
    out.close("tr");
  }

  private static boolean passed(ScenarioRun run, int claim) {
    List<AssertionResult> claims = run.result().assertions();
    return claim < claims.size() && claims.get(claim).status() == Status.PASSED;
  }

  private void others(FileResult file) {
    int shown = 0;
    for (int number = 0; number < file.runs().size() && shown < MOST_RUNS; number++) {
      ScenarioRun run = file.runs().get(number);
      if (number != file.deciding() && Sign.of(run.result()) != Sign.PASSED) {
        shown++;
        other(run, number);
      }
    }
  }

  private void other(ScenarioRun run, int number) {
    out.open("details", "class", "other").open("summary").leaf("h3", "Run " + (number + 1));
    Sign.of(run.result()).write(out);
    String words = VerdictText.words(run.result()) + " · " + Times.of(run.result().time());
    out.leaf("span", words, "class", "fact").close("summary");
    new RunBody(out, settings, budget).write(run);
    out.close("details");
  }
}
