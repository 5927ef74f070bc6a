package io.labrun.report.html;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.report.Times;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The top of the page: the verdict in words, when and where, and what a reader should look at. */
final class Header {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss 'UTC'XXX", Locale.ENGLISH);
  private static final int MOST_NAMED = 3;
  private static final int MOST_LETTERS = 200;

  private final Markup out;
  private final ZoneId zone;

  Header(Markup out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  /** Writes it. */
  void write(BatchResult batch, Totals totals, ShortNames names) {
    out.open("header", "class", totals.sign().mood());
    out.leaf("p", "labrun report", "class", "kicker");
    String words = totals.headline();
    int comma = words.contains(",") ? words.indexOf(',') : words.length();
    out.open("h1").text(words.substring(0, comma));
    out.leaf("span", words.substring(comma)).close("h1");
    bar(totals);
    batch
        .stopped()
        .ifPresent(
            why ->
                out.leaf("p", begun(totals) + " ended before its time: " + why, "class", "note"));
    facts(batch, totals);
    out.close("header");
    if (totals.attention() > 0 && batch.files().size() > 1) {
      attention(batch.files(), names);
    }
  }

  private static String begun(Totals totals) {
    return totals.grades().isPresent() ? "The grading" : "The batch";
  }

  /** The claims as a bar; the words below it say the same. */
  private void bar(Totals totals) {
    int all = totals.claims().values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      return;
    }
    out.open("svg", "class", "share", "aria-hidden", "true");
    double left = 0;
    for (Map.Entry<Sign, Integer> part : totals.claims().entrySet()) {
      double wide = 100.0 * part.getValue() / all;
      out.empty(
          "rect",
          "x",
          String.format(Locale.ROOT, "%.3f%%", left),
          "width",
          String.format(Locale.ROOT, "%.3f%%", wide),
          "height",
          "100%",
          "class",
          part.getKey().mood());
      left += wide;
    }
    out.close("svg");
    if (!totals.further().isEmpty()) {
      out.leaf("p", totals.further(), "class", "further");
    }
  }

  private void facts(BatchResult batch, Totals totals) {
    ZonedDateTime began = batch.started().atZone(zone);
    out.open("dl", "class", "facts").leaf("dt", "When").open("dd");
    out.leaf(
        "time", WHEN.format(began).replace("UTCZ", "UTC"), "datetime", batch.started().toString());
    out.close("dd").leaf("dt", "How long").open("dd").text(Times.of(batch.time()));
    if (batch.files().stream().mapToInt(file -> file.runs().size()).sum() > 1) {
      out.text(" (").leaf("a", "what ran when", "href", "#together").text(")");
    }
    out.close("dd");
    String engines =
        batch.files().stream()
            .flatMap(file -> file.runs().stream())
            .map(run -> run.engine())
            .filter(engine -> !engine.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!engines.isEmpty()) {
      out.leaf("dt", engines.contains(", ") ? "Engines" : "Engine").leaf("dd", engines);
    }
    out.close("dl");
  }

  private void attention(List<FileResult> files, ShortNames names) {
    out.open("nav", "class", "look", "aria-labelledby", "look");
    out.leaf("h2", "To look at", "id", "look").open("ol");
    for (int i : worstFirst(files)) {
      FileResult file = files.get(i);
      out.open("li");
      Sign.of(file).write(out);
      out.open("span").open("a", "href", "#f" + (i + 1));
      out.text(names.of(file)).close("a");
      reasons(file);
      out.close("span").close("li");
    }
    out.close("ol").close("nav");
  }

  /**
   * The places of those that want attention, as far as they are alike in the order of the files.
   */
  private static List<Integer> worstFirst(List<FileResult> files) {
    return IntStream.range(0, files.size())
        .filter(i -> Sign.of(files.get(i)).wantsAttention())
        .boxed()
        .sorted(Comparator.comparing(i -> !Sign.of(files.get(i)).mood().equals("bad")))
        .toList();
  }

  private void reasons(FileResult file) {
    List<String> claims =
        file.result().stream()
            .flatMap(result -> result.assertions().stream())
            .filter(one -> Sign.of(one) == Sign.FAILED || Sign.of(one) == Sign.ERROR)
            .map(Header::claim)
            .toList();
    String words =
        claims.isEmpty()
            ? reason(file)
            : claims.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
    int more = claims.size() - MOST_NAMED;
    if (!words.isEmpty()) {
      out.open("span", "class", "why", "dir", "auto");
      Prose.write(words + (more > 0 ? "; and " + more + " more" : ""), out);
      out.close("span");
    }
  }

  private static String claim(AssertionResult result) {
    String name = result.assertion().name().name();
    return name.length() > MOST_LETTERS
        ? name.substring(0, name.offsetByCodePoints(0, MOST_LETTERS / 2)) + "…"
        : name;
  }

  private static String reason(FileResult file) {
    if (!file.diagnostics().isEmpty()) {
      return file.diagnostics().get(0).message();
    }
    return file.result()
        .flatMap(result -> result.problem())
        .or(file::unrun)
        .map(why -> why.what())
        .orElse("");
  }
}
