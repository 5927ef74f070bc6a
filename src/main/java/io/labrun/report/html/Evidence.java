package io.labrun.report.html;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what a check saw, and of a claim that does not hold what differs, place by place. */
final class Evidence {
  private static final int MOST = 40;

  /** An expectation that did not hold, of whom; of nobody in particular between several. */
  private record Wrong(String subject, Mismatch mismatch) {}

  private final Markup out;
  private final OutputFold outputs;
  private final Difference difference;

  Evidence(Markup out, Budget budget) {
    this.out = out;
    this.outputs = new OutputFold(out, budget);
    this.difference = new Difference(out, budget);
  }

  /** Writes what did not hold; nothing where all did. */
  void failure(AssertionResult result) {
    Map<Span, List<Wrong>> places = new LinkedHashMap<>();
    for (Observation seen : result.observations()) {
      seen.mismatches().forEach(wrong -> add(places, new Wrong(seen.subject(), wrong)));
    }
    result.across().forEach(wrong -> add(places, new Wrong("", wrong)));
    Span context = result.assertion().check().kindSpan();
    for (Map.Entry<Span, List<Wrong>> place : places.entrySet()) {
      place(place.getKey(), context, place.getValue());
      context = place.getKey();
    }
  }

  private static void add(Map<Span, List<Wrong>> places, Wrong wrong) {
    places.computeIfAbsent(wrong.mismatch().span(), span -> new ArrayList<>()).add(wrong);
  }

  private void place(Span span, Span context, List<Wrong> wrong) {
    List<String> words =
        wrong.stream().map(one -> Difference.words(one.mismatch())).distinct().toList();
    new CodeExcerpt(out).marked(span, context, words.size() == 1 ? words.get(0) : "does not hold");
    boolean told = words.size() == 1 && Difference.isShort(wrong.get(0).mismatch());
    if (told && wrong.size() == 1) {
      return;
    }
    if (wrong.size() > 1 && wrong.stream().allMatch(one -> Difference.isShort(one.mismatch()))) {
      table(wrong);
      return;
    }
    for (Wrong one : wrong.subList(0, Math.min(MOST, wrong.size()))) {
      if (wrong.size() > 1) {
        out.leaf("p", (one.subject() + " " + one.mismatch().path()).strip(), "class", "subject");
      }
      difference.write(one.mismatch());
    }
    more(wrong.size());
  }

  private void table(List<Wrong> wrong) {
    out.open("div", "class", "scroll", "tabindex", "0").open("table");
    out.open("thead").open("tr");
    List.of("Subject", "Field", "Expected", "Found")
        .forEach(word -> out.leaf("th", word, "scope", "col"));
    out.close("tr").close("thead").open("tbody");
    for (Wrong one : wrong.subList(0, Math.min(MOST, wrong.size()))) {
      out.open("tr").leaf("th", one.subject(), "scope", "row");
      out.leaf("td", one.mismatch().path());
      out.open("td").leaf("code", one.mismatch().expected()).close("td");
      out.open("td").leaf("code", one.mismatch().found()).close("td").close("tr");
    }
    out.close("tbody").close("table").close("div");
    more(wrong.size());
  }

  /** Writes what the last attempt saw, subject by subject. */
  void seen(List<Observation> observations) {
    if (observations.isEmpty()) {
      return;
    }
    out.open("ul", "class", "seen");
    for (Observation seen : observations.subList(0, Math.min(MOST, observations.size()))) {
      out.open("li").open("p");
      if (!seen.subject().isEmpty()) {
        out.leaf("b", seen.subject()).text(": ");
      }
      out.text(seen.summary()).close("p");
      seen.output().ifPresent(output -> outputs.write(output, seen.summary()));
      out.close("li");
    }
    out.close("ul");
    more(observations.size());
  }

  private void more(int size) {
    if (size > MOST) {
      out.leaf("p", "and " + (size - MOST) + " more", "class", "muted");
    }
  }
}
