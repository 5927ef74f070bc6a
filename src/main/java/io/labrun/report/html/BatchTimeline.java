package io.labrun.report.html;

import io.labrun.event.BatchResult;
import io.labrun.report.Times;
import io.labrun.report.html.Lanes.Bar;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What ran when in a batch, side by side: drawn, and the same as a table. */
final class BatchTimeline {
  private final Markup out;
  private final ShortNames names;
  private final String noun;

  /**
   * A timeline.
   *
   * @param names how the files of the page are told apart
   * @param noun what they are
   */
  BatchTimeline(Markup out, ShortNames names, String noun) {
    this.out = out;
    this.names = names;
    this.noun = noun;
  }

  /** Writes it; nothing where fewer than two runs were made. */
  void write(BatchResult batch) {
    List<Bar> bars = Lanes.bars(batch);
    if (bars.size() < 2) {
      return;
    }
    Duration whole =
        bars.stream().map(Bar::end).reduce(batch.time(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    out.open("section", "class", "together", "aria-labelledby", "together");
    out.leaf("h2", "What ran when", "id", "together");
    Map<String, List<List<Bar>>> engines = Lanes.of(bars);
    Scale scale = new Scale(whole);
    out.open("div", "class", "lanes", "aria-hidden", "true");
    engines.forEach((engine, lanes) -> engine(engine, lanes, engines.size() > 1, scale));
    out.open("div", "class", "ends").leaf("span", "0 s").leaf("span", Times.of(whole));
    out.close("div").close("div");
    table(bars, engines.size() > 1);
    out.close("section");
  }

  private void engine(String engine, List<List<Bar>> lanes, boolean named, Scale scale) {
    if (named) {
      out.leaf("p", engine.isEmpty() ? "no engine" : engine, "class", "engine");
    }
    for (List<Bar> lane : lanes) {
      out.open("svg", "class", "lane");
      lane.forEach(bar -> bar(bar, scale));
      out.close("svg");
    }
  }

  private void bar(Bar bar, Scale scale) {
    Sign sign = Sign.of(bar.run().result());
    String left = scale.at(bar.start());
    String wide = scale.wide(bar.start(), bar.run().result().time());
    out.open("a", "href", "#f" + (bar.index() + 1), "tabindex", "-1");
    out.open("svg", "x", left, "width", wide, "height", "100%", "class", sign.mood());
    out.leaf("title", name(bar) + ": " + sign.word() + ", " + time(bar));
    out.empty("rect", "width", "100%", "height", "100%", "rx", "3");
    out.leaf("text", sign.mark() + " " + name(bar), "x", "6", "y", "18");
    out.close("svg").close("a");
  }

  private void table(List<Bar> bars, boolean engines) {
    out.open("details").leaf("summary", "The same as a table");
    out.open("div", "class", "scroll", "tabindex", "0").open("table").open("thead").open("tr");
    String first = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    List.of(first, "Verdict", "Began at", "Took")
        .forEach(word -> out.leaf("th", word, "scope", "col"));
    if (engines) {
      out.leaf("th", "Engine", "scope", "col");
    }
    out.close("tr").close("thead").open("tbody");
    for (Bar bar : bars) {
      out.open("tr").leaf("th", name(bar), "scope", "row").open("td");
      Sign.of(bar.run().result()).write(out);
      out.close("td").leaf("td", Times.of(bar.start())).leaf("td", time(bar));
      if (engines) {
        out.leaf("td", bar.run().engine());
      }
      out.close("tr");
    }
    out.close("tbody").close("table").close("div").close("details");
  }

  private static String time(Bar bar) {
    return Times.of(bar.run().result().time());
  }

  private String name(Bar bar) {
    String name = names.of(bar.file());
    return bar.file().runs().size() > 1 ? name + ", run " + (bar.number() + 1) : name;
  }
}
