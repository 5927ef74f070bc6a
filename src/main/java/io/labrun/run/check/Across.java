package io.labrun.run.check;

import io.labrun.event.Mismatch;
import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.match.Show;
import io.labrun.run.match.Values;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what was found of several subjects with each other (language, {@code across}). */
public final class Across {
  private static final String SAME = "same";

  private Across() {}

  /**
   * The fields that are not as they should be.
   *
   * <p>A field that a subject lacks, or that is null or an empty text, can't be compared: it is a
   * mismatch either way.
   *
   * @param across field to {@code same} or {@code distinct}; a field inside others has a path
   * @throws ProblemException if there are fewer than two subjects
   */
  public static List<Mismatch> compare(Data.Mapping across, List<Finding> findings) {
    if (findings.size() < 2) {
      throw ProblemException.lasting(
          Problem.of("`across` compares several subjects, and there is only one")
              .at(across.span()));
    }
    List<Mismatch> out = new ArrayList<>();
    for (Data.Entry entry : across.entries().values()) {
      compare(entry, findings).ifPresent(out::add);
    }
    return out;
  }

  private static Optional<Mismatch> compare(Data.Entry entry, List<Finding> findings) {
    boolean same = mode(entry).equals(SAME);
    String expected = same ? "the same for all" : "another for each";
    List<Optional<Object>> values =
        findings.stream().map(finding -> value(finding, entry.key())).toList();
    boolean comparable = values.stream().allMatch(Optional::isPresent);
    boolean holds = comparable && (same ? allSame(values) : allDistinct(values));
    return holds
        ? Optional.empty()
        : Optional.of(
            new Mismatch(entry.value().span(), entry.key(), expected, found(findings, values)));
  }

  private static String mode(Data.Entry entry) {
    return entry.value() instanceof Data.Text text
        ? TextResolver.AS_WRITTEN.resolve(text.template())
        : "";
  }

  private static Optional<Object> value(Finding finding, String path) {
    return Values.at(finding.result(), path).filter(value -> !isNothing(value));
  }

  private static boolean isNothing(Object value) {
    return value instanceof String text && text.isBlank();
  }

  private static boolean allSame(List<Optional<Object>> values) {
    return values.stream()
        .allMatch(value -> Values.equal(values.get(0).orElseThrow(), value.orElseThrow()));
  }

  private static boolean allDistinct(List<Optional<Object>> values) {
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Values.equal(values.get(i).orElseThrow(), values.get(j).orElseThrow())) {
          return false;
        }
      }
    }
    return true;
  }

  private static String found(List<Finding> findings, List<Optional<Object>> values) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      String value = values.get(i).map(Show::value).orElse("nothing to compare");
      lines.add(findings.get(i).subject() + ": " + value);
    }
    return lines.stream().collect(Collectors.joining("\n"));
  }
}
