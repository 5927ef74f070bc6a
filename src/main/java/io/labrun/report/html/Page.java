package io.labrun.report.html;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioRun;
import io.labrun.report.ReportSettings;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** The whole page. */
final class Page {
  private static final int FEW = 3;
  private static final int MANY = 12;

  private final Markup out;
  private final Function<ScenarioRun, ReportSettings> settings;
  private final ZoneId zone;

  Page(Markup out, Function<ScenarioRun, ReportSettings> settings, ZoneId zone) {
    this.out = out;
    this.settings = settings;
    this.zone = zone;
  }

  /** Writes it, and at its end which version of labrun wrote it. */
  void write(BatchResult batch, Totals totals, String version) {
    ShortNames names = new ShortNames(batch.files(), totals.grades().isPresent());
    String script = Assets.script();
    out.trusted("<!doctype html>").open("html", "lang", "en");
    head(totals, script);
    out.open("body")
        .leaf("a", "Skip to the " + totals.noun() + "s", "class", "skip", "href", "#scenarios");
    new Header(out, zone).write(batch, totals, names);
    out.open("main", "id", "scenarios", "tabindex", "-1");
    new Filters(out).write(totals);
    files(batch.files(), totals, names);
    new BatchTimeline(out, names, totals.noun()).write(batch);
    out.close("main");
    footer(version);
    out.open("script").trusted(script).close("script");
    out.close("body").close("html").end();
  }

  private void head(Totals totals, String script) {
    String style = Assets.style();
    out.open("head").empty("meta", "charset", "utf-8");
    String policy = Assets.policy(style, script);
    out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy);
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    out.empty("meta", "name", "color-scheme", "content", "light dark");
    out.empty("meta", "name", "referrer", "content", "no-referrer");
    out.empty("link", "rel", "icon", "href", Assets.ICON);
    out.leaf("title", totals.sign().mark() + " " + totals.headline() + " · labrun");
    out.open("style").trusted(style).close("style").close("head");
  }

  /** Of few files all stand open, of many those that a reader should look at, if they are few. */
  private void files(List<FileResult> files, Totals totals, ShortNames names) {
    FileSection section = new FileSection(out, settings, new Budget(), totals.grades().isPresent());
    int attention = totals.attention();
    for (int i = 0; i < files.size(); i++) {
      FileResult file = files.get(i);
      boolean open = files.size() < FEW || attention <= MANY && Sign.of(file).wantsAttention();
      section.write(file, i + 1, names, open);
    }
  }

  private void footer(String version) {
    out.open("footer").open("details").leaf("summary", "What the words mean");
    out.open("dl", "class", "words");
    for (Sign sign : Sign.values()) {
      out.open("dt");
      sign.write(out);
      out.close("dt").leaf("dd", sign.meaning());
    }
    out.close("dl").close("details");
    out.leaf(
        "p", "Written by labrun " + version + ". This page needs no network and asks for none.");
    out.close("footer");
  }
}
