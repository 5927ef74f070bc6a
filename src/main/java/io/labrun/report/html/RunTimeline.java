package io.labrun.report.html;

import io.labrun.event.ScenarioRun;
import io.labrun.event.Stretch;
import io.labrun.report.Times;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** What ran when in one run: a table whose last column is drawn. */
final class RunTimeline {
  private static final int MOST = 150;

  private final Markup out;

  RunTimeline(Markup out) {
    this.out = out;
  }

  /** Writes the table, folded; nothing where nothing is known. */
  void write(ScenarioRun run) {
    if (run.stretches().isEmpty()) {
      return;
    }
    Duration whole = end(run);
    Scale scale = new Scale(whole);
    out.open("details", "class", "timeline").open("summary").leaf("h3", "What ran when");
    out.leaf("span", "over " + Times.of(whole), "class", "fact").close("summary");
    out.open("table").open("thead").open("tr");
    List.of("What", "Began at", "Took").forEach(word -> out.leaf("th", word, "scope", "col"));
    out.open("th", "class", "axis", "aria-hidden", "true").leaf("span", "0 s");
    out.leaf("span", Times.of(whole)).close("th").close("tr").close("thead").open("tbody");
    longest(run).forEach(stretch -> row(stretch, scale));
    out.close("tbody").close("table");
    if (run.stretches().size() > MOST) {
      String left = run.stretches().size() - MOST + " shorter ones are left out.";
      out.leaf("p", left, "class", "muted");
    }
    out.close("details");
  }

  private static Duration end(ScenarioRun run) {
    return run.stretches().stream()
        .map(stretch -> stretch.start().plus(stretch.time()))
        .reduce(run.result().time(), (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  private static List<Stretch> longest(ScenarioRun run) {
    return run.stretches().stream()
        .sorted(Comparator.comparing(Stretch::time).reversed())
        .limit(MOST)
        .sorted(Comparator.comparing(Stretch::start))
        .toList();
  }

  private void row(Stretch stretch, Scale scale) {
    boolean claim = stretch.part() == Stretch.Part.ASSERTION;
    out.open("tr", "class", claim ? "assertion" : null);
    out.open("th", "scope", "row", "dir", "auto").text(stretch.name());
    if (!stretch.good()) {
      out.text(" ").leaf("span", claim ? "✗ did not pass" : "✗ failed", "class", "bad");
    }
    out.close("th");
    out.leaf("td", Times.of(stretch.start())).leaf("td", Times.of(stretch.time()));
    out.open("td", "class", "axis", "aria-hidden", "true").open("svg");
    out.empty(
        "rect",
        "x",
        scale.at(stretch.start()),
        "width",
        scale.wide(stretch.start(), stretch.time()),
        "height",
        "100%",
        "rx",
        "2",
        "class",
        stretch.good() ? null : "bad");
    out.close("svg").close("td").close("tr");
  }
}
