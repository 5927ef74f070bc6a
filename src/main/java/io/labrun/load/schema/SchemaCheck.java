package io.labrun.load.schema;

import io.labrun.scenario.Data;
import io.labrun.scenario.Template;
import io.labrun.source.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** Where several keywords object to one value, the first of these has the say. */
  private static final List<String> ORDER =
      List.of("type", "enum", "minLength", "minItems", "minProperties", "maxProperties", "pattern");

  private final SchemaValidator validator;
  private final SchemaWalk walk;
  private final KeyMistakes keys;

  /** A check against a schema. */
  public SchemaCheck(SchemaDocument document) {
    this.validator = new SchemaValidator(document);
    this.walk = new SchemaWalk(document);
    this.keys = new KeyMistakes(document);
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
    DataEditor editor = new DataEditor();
    for (Situation it : relevant(found)) {
      prune(it, editor);
      explain(it, found, unfilled, names).ifPresent(out::add);
    }
    return new Checked(out, editor.edit(root), names);
  }

  private List<Situation> situations(Data.Mapping root) {
    return validator.validate(root).stream()
        .filter(v -> !v.route().contains("oneOf") || v.keyword().equals("oneOf"))
        .map(v -> new Situation(v, walk.along(root, v.path())))
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

  private Optional<Diagnostic> explain(
      Situation it, List<Situation> found, Set<Data> unfilled, Names names) {
    if (unfilled.contains(it.value())) {
      return Optional.empty();
    }
    if (it.value() instanceof Data.Text text && !text.template().isLiteral()) {
      return text.template().lives().stream().anyMatch(live -> names.lacks(live.ref()))
          ? Optional.empty()
          : Optional.of(notLive(it, text.template().lives().get(0)));
    }
    boolean explained =
        it.violation().keyword().equals("oneOf") && hasUnknownKey(it.violation().path(), found);
    return explained ? Optional.empty() : Optional.of(explain(it, found));
  }

  private static boolean hasUnknownKey(List<Object> path, List<Situation> found) {
    return found.stream()
        .map(Situation::violation)
        .anyMatch(v -> v.keyword().equals("additionalProperties") && v.path().equals(path));
  }

  private static Diagnostic notLive(Situation it, Template.Live live) {
    return Diagnostic.at(live.span(), "no-live-value", "a live value cannot stand here")
        .label("it is known only while the scenario runs")
        .help(it.owner() + " is needed before that. A variable (`vars`) can stand here.");
  }

  private Diagnostic explain(Situation it, List<Situation> found) {
    return switch (it.violation().keyword()) {
      case "additionalProperties" -> keys.unknown(it, Optional.empty());
      case "required" -> keys.missing(it, missing(it.violation(), found));
      case "oneOf" -> keys.notOneCheck(it);
      case "maxProperties" -> keys.tooMany(it);
      case "type" -> ValueMistakes.type(it);
      case "enum" -> ValueMistakes.oneOf(it);
      case "pattern" ->
          it.violation().property().isEmpty() ? ValueMistakes.form(it) : ValueMistakes.key(it);
      case "propertyNames" -> ValueMistakes.key(it);
      case "minimum", "maximum", "exclusiveMinimum" -> ValueMistakes.range(it);
      case "minItems", "maxItems" -> ValueMistakes.count(it);
      default -> ValueMistakes.empty(it);
    };
  }

  private static List<String> missing(Violation first, List<Situation> found) {
    return found.stream()
        .map(Situation::violation)
        .filter(v -> v.keyword().equals("required") && !v.dependsOnCheck())
        .filter(v -> v.path().equals(first.path()))
        .map(Violation::property)
        .distinct()
        .toList();
  }
}
