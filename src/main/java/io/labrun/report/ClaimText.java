package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.source.Span;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows why a claim does not hold: where it stands, what was expected and found, what was seen. */
final class ClaimText {
  private static final int MOST_SUBJECTS = 6;

  private final Pen pen;
  private final DifferenceText difference;
  private final OutputText output;

  ClaimText(Pen pen, Detail detail) {
    this.pen = pen;
    this.difference = new DifferenceText(pen);
    this.output = new OutputText(pen, detail);
  }

  /** Adds what did not hold of a failed claim. */
  void failure(AssertionResult result, Gutter gutter) {
    bySpan(result).forEach((span, wrong) -> expectation(span, wrong, result, gutter));
    List<Observation> shown =
        result.across().isEmpty()
            ? result.observations().stream().filter(o -> !o.mismatches().isEmpty()).toList()
            : result.observations();
    observations(shown, result, gutter);
  }

  /** Adds what was seen. */
  void seen(AssertionResult result, Gutter gutter) {
    observations(result.observations(), result, gutter);
  }

  private static Map<Span, List<Mismatch>> bySpan(AssertionResult result) {
    Map<Span, List<Mismatch>> out = new LinkedHashMap<>();
    List<Mismatch> all = new ArrayList<>();
    result.observations().forEach(observation -> all.addAll(observation.mismatches()));
    all.addAll(result.across());
    all.forEach(wrong -> out.computeIfAbsent(wrong.span(), s -> new ArrayList<>()).add(wrong));
    return out;
  }

  private void expectation(Span span, List<Mismatch> wrong, AssertionResult result, Gutter gutter) {
    List<String> words = wrong.stream().map(difference::words).distinct().toList();
    boolean one = words.size() == 1;
    String label = one ? words.get(0) : "does not hold";
    Span context = gutter.lines().isEmpty() ? result.assertion().check().kindSpan() : span;
    gutter.frame(span, context, label, Tone.BAD);
    if (one) {
      difference.details(wrong.get(0), outputs(result), gutter);
      return;
    }
    words.stream().limit(MOST_SUBJECTS).forEach(line -> gutter.text(line, Tone.BAD));
    more(words.size(), gutter);
  }

  private static Set<String> outputs(AssertionResult result) {
    return result.observations().stream()
        .flatMap(seen -> seen.output().stream())
        .flatMap(output -> Stream.of(output.stdout(), output.stderr()))
        .map(String::stripTrailing)
        .collect(Collectors.toSet());
  }

  private void observations(List<Observation> observations, AssertionResult result, Gutter gutter) {
    String tries = tries(result);
    boolean single = observations.size() == 1;
    for (Observation seen : observations.subList(0, Math.min(observations.size(), MOST_SUBJECTS))) {
      String subject = seen.subject().isEmpty() ? "" : seen.subject() + ": ";
      gutter.text(pen.brief(subject + seen.summary()) + (single ? tries : ""));
      seen.output().ifPresent(left -> output.render(left, seen.summary(), gutter));
    }
    more(observations.size(), gutter);
    if (!single && !tries.isEmpty()) {
      gutter.text(tries.substring(2));
    }
  }

  private void more(int size, Gutter gutter) {
    if (size > MOST_SUBJECTS) {
      gutter.text("and " + (size - MOST_SUBJECTS) + " more", Tone.MUTED);
    }
  }

  private static String tries(AssertionResult result) {
    return result.attempts() < 2
        ? ""
        : ", " + result.attempts() + " attempts in " + Times.of(result.time());
  }
}
