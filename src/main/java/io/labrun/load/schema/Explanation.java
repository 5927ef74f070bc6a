package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.scenario.Data;
import io.labrun.scenario.Template;
import io.labrun.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in plain words what is wrong where a document violates the schema. */
final class Explanation {
  private final SchemaDocument document;
  private final KeyMistakes keys;

  Explanation(SchemaDocument document, KeyMistakes keys) {
    this.document = document;
    this.keys = keys;
  }

  /**
   * What to say of a violation.
   *
   * @param found all that were found with it
   */
  Diagnostic explain(Situation it, List<Situation> found) {
    Diagnostic mistake = mistake(it, found);
    List<String> help = new ArrayList<>(mistake.help());
    it.fieldLikeOperator()
        .filter(field -> mistake.label().isEmpty())
        .ifPresent(field -> help.add("Is a field of that name meant, no operator? " + field));
    return mistake.help(help.toArray(String[]::new));
  }

  private Diagnostic mistake(Situation it, List<Situation> found) {
    if (it.value() instanceof Data.Text text && !text.template().isLiteral()) {
      return notLive(it, text.template().lives().get(0));
    }
    return switch (it.violation().keyword()) {
      case "additionalProperties" -> keys.unknown(it, Optional.empty());
      case "required" -> keys.missing(it, missing(it.violation(), found));
      case "oneOf" -> keys.notOneCheck(it);
      case "maxProperties" -> keys.tooMany(it);
      case "type" -> ValueMistakes.type(it);
      case "enum" -> ValueMistakes.oneOf(it);
      case "pattern" -> ValueMistakes.form(it);
      case "propertyNames" -> ValueMistakes.key(it, keyForm(it));
      case "minimum", "maximum", "exclusiveMinimum" -> ValueMistakes.range(it);
      case "minItems", "maxItems" -> ValueMistakes.count(it);
      default -> ValueMistakes.empty(it);
    };
  }

  private static Diagnostic notLive(Situation it, Template.Live live) {
    return Diagnostic.at(live.span(), "no-live-value", "a live value cannot stand here")
        .label("it is known only while the scenario runs")
        .help(it.owner() + " is needed before that. A variable (`vars`) can stand here.");
  }

  private JsonNode keyForm(Situation it) {
    return document.find(it.violation().schema().path("propertyNames"), "x-labrun-format");
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
