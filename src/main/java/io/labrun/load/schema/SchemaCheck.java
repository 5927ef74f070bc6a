package io.labrun.load.schema;

import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a document against the schema and says each mistake once, in plain words.
 *
 * <p>A key that is nearly another is put right before the next look, so that what stands under it
 * is checked in the same pass and is not missed elsewhere.
 */
public final class SchemaCheck {
  private static final int MOST_ROUNDS = 4;

  /** More than anybody would read; what comes after them is looked at when these are mended. */
  private static final int MOST_VIOLATIONS = 1_000;

  /** Where several keywords object to one value, the first of these has the say. */
  private static final List<String> ORDER =
      List.of("type", "enum", "minLength", "minItems", "minProperties", "maxProperties", "pattern");

  private final SchemaValidator validator;
  private final SchemaWalk walk;
  private final KeyMistakes keys;
  private final Explanation explanation;

  /** A check against a schema. */
  public SchemaCheck(SchemaDocument document) {
    this.validator = new SchemaValidator(document);
    this.walk = new SchemaWalk(document);
    this.keys = new KeyMistakes(document);
    this.explanation = new Explanation(document, keys);
  }

  /**
   * Checks a document.
   *
   * @param unfilled texts, by identity, whose variables could not be filled in: nothing is said of
   *     their form
   */
  public Checked check(Data.Mapping document, Set<Data> unfilled) {
    List<Diagnostic> out = new ArrayList<>();
    Data.Mapping root = document;
    List<Situation> found = situations(root);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      DataEditor editor = new DataEditor();
      for (Situation it : found) {
        misspelt(it).ifPresent(meant -> putRight(it, meant, editor, out));
      }
      if (!editor.renames()) {
        break;
      }
      root = editor.edit(root);
      found = situations(root);
    }
    Names names = Names.of(root);
    Set<Span> damaged = new HashSet<>();
    DataEditor editor = new DataEditor();
    for (Situation it : relevant(found)) {
      if (namesNothing(it, names)) {
        continue;
      }
      prune(it, editor);
      damaged.add(damaged(it));
      if (!isExplained(it, found, unfilled)) {
        out.add(explanation.explain(it, found));
      }
    }
    return new Checked(out, editor.edit(root), names, damaged);
  }

  private List<Situation> situations(Data.Mapping root) {
    return validator.validate(root).stream()
        .limit(MOST_VIOLATIONS)
        .filter(v -> !v.route().contains("oneOf") || v.keyword().equals("oneOf"))
        .map(v -> new Situation(v, walk.along(root, v.path())))
        .filter(
            it -> !it.violation().keyword().equals("oneOf") || it.value() instanceof Data.Mapping)
        .toList();
  }

  private Optional<String> misspelt(Situation it) {
    return it.violation().keyword().equals("additionalProperties")
        ? keys.meant(it)
        : Optional.empty();
  }

  private void putRight(Situation it, String meant, DataEditor editor, List<Diagnostic> out) {
    List<Object> path = DataEditor.step(it.violation().path(), it.violation().property());
    editor.rename(path, meant);
    out.add(keys.unknown(it, Optional.of(meant)));
  }

  /** One situation for each value and kind of mistake, in a fixed order. */
  private static List<Situation> relevant(List<Situation> found) {
    Map<String, Situation> chosen = new LinkedHashMap<>();
    found.stream()
        .sorted(Comparator.comparingInt(SchemaCheck::rank))
        .filter(it -> !fromOneOfSeveralChecks(it, found))
        .forEach(it -> chosen.putIfAbsent(subject(it.violation()), it));
    return List.copyOf(chosen.values());
  }

  private static int rank(Situation it) {
    int rank = ORDER.indexOf(it.violation().keyword());
    return rank < 0 ? ORDER.size() : rank;
  }

  private static String subject(Violation violation) {
    String about =
        switch (violation.keyword()) {
          case "required" -> violation.dependsOnCheck() ? "missing expect" : "missing";
          case "oneOf" -> "checks";
          default -> violation.property().isEmpty() ? "" : "key " + violation.property();
        };
    return violation.path() + " " + about;
  }

  /** With two checks in one assertion nobody can say which one's result is expected. */
  private static boolean fromOneOfSeveralChecks(Situation it, List<Situation> found) {
    return it.violation().dependsOnCheck()
        && found.stream()
            .map(Situation::violation)
            .anyMatch(v -> v.keyword().equals("oneOf") && isBelow(it.violation().path(), v.path()));
  }

  private static boolean isBelow(List<Object> path, List<Object> above) {
    return path.size() >= above.size() && path.subList(0, above.size()).equals(above);
  }

  private static void prune(Situation it, DataEditor editor) {
    Violation violation = it.violation();
    switch (violation.keyword()) {
      case "required", "oneOf" -> {}
      case "additionalProperties", "propertyNames" ->
          editor.remove(DataEditor.step(violation.path(), violation.property()));
      default -> {
        if (!violation.path().isEmpty()) {
          editor.remove(violation.path());
        }
      }
    }
  }

  /** Whether a live value in it stands for nothing: it stays, and a rule says so. */
  private static boolean namesNothing(Situation it, Names names) {
    return it.value() instanceof Data.Text text
        && text.template().lives().stream().anyMatch(live -> names.lacks(live.ref()));
  }

  /** The map or list that will lack something. */
  private static Span damaged(Situation it) {
    boolean ofKey = !it.violation().property().isEmpty() || it.violation().path().isEmpty();
    Place place = ofKey ? it.place() : it.along().get(it.along().size() - 2);
    return place.value().span();
  }

  /** Whether another mistake that is reported says it already. */
  private static boolean isExplained(Situation it, List<Situation> found, Set<Data> unfilled) {
    boolean noCheck =
        it.violation().keyword().equals("oneOf") && hasUnknownKey(it.violation().path(), found);
    return noCheck || unfilled.contains(it.value()) || it.violation().property().contains("${");
  }

  private static boolean hasUnknownKey(List<Object> path, List<Situation> found) {
    return found.stream()
        .map(Situation::violation)
        .anyMatch(v -> v.keyword().equals("additionalProperties") && v.path().equals(path));
  }
}
