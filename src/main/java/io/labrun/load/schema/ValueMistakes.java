package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What to say of a value of the wrong type, form or size. */
final class ValueMistakes {
  private static final Set<String> OLD_FLAGS = Set.of("yes", "no", "on", "off", "y", "n");

  private ValueMistakes() {}

  static Diagnostic type(Situation it) {
    List<String> allowed = texts(it.violation().demand());
    Data value = it.value();
    Optional<Format> format = it.place().annotation("x-labrun-format").flatMap(Format::of);
    boolean onlyText = allowed.equals(List.of("string"));
    String wanted = onlyText && format.isPresent() ? format.get().noun() : TypeWords.of(allowed);
    if (value instanceof Data.Null) {
      return withExample(
          it, it.at("empty", it.owner() + " has no value").label("it must be " + wanted));
    }
    Diagnostic wrong =
        it.at("wrong-type", it.owner() + " must be " + wanted + ", not " + kind(value, allowed));
    boolean scalar = value instanceof Data.Num || value instanceof Data.Bool;
    if (format.isPresent() && format.get() == Format.DURATION && value instanceof Data.Num) {
      return wrong.label("with its unit: " + it.written() + "s");
    }
    if (value instanceof Data.Seq && it.place().annotation("x-labrun-kind").isPresent()) {
      return wrong.label("one of these? {one_of: " + value.span().text() + "}");
    }
    if (scalar && allowed.contains("string") && format.isEmpty()) {
      return wrong.label("in quotes it is a text: \"" + it.written() + "\"");
    }
    if (allowed.contains("boolean") && OLD_FLAGS.contains(it.written().toLowerCase(Locale.ROOT))) {
      return wrong.label("only true and false are flags");
    }
    return withExample(it, wrong);
  }

  private static String kind(Data value, List<String> allowed) {
    boolean fraction = value instanceof Data.Num && allowed.contains("integer");
    return fraction ? "a fraction" : value.kind();
  }

  private static Diagnostic withExample(Situation it, Diagnostic diagnostic) {
    return it.example().map(diagnostic::help).orElse(diagnostic);
  }

  static Diagnostic oneOf(Situation it) {
    List<String> allowed = texts(it.violation().demand());
    boolean scalar = !(it.value() instanceof Data.Seq || it.value() instanceof Data.Mapping);
    String written = it.value() instanceof Data.Null ? "empty" : "`" + it.written() + "`";
    String message = it.owner() + " cannot be " + (scalar ? written : it.value().kind());
    return it.at("bad-value", message)
        .label(scalar ? DidYouMean.question(it.written(), allowed) : "")
        .help("It is one of: " + String.join(", ", allowed));
  }

  static Diagnostic form(Situation it) {
    String name = it.place().annotation("x-labrun-format").orElse("");
    return Format.of(name)
        .map(format -> badForm(it, format))
        .orElseGet(() -> it.at("bad-format", "`" + it.written() + "` cannot stand here"));
  }

  private static Diagnostic badForm(Situation it, Format format) {
    String written = it.written();
    Diagnostic bad =
        it.at("bad-format", "`" + written + "` is not " + format.noun()).help(format.help());
    boolean compose = format == Format.NETWORK_MODE && written.startsWith("service:");
    return compose
        ? bad.label("did you mean `" + written.replace("service:", "container:") + "`?")
        : bad;
  }

  /** A key whose form is not allowed. */
  static Diagnostic key(Situation it, JsonNode form) {
    String key = it.violation().property();
    Format format = Format.of(form.asText()).orElse(Format.KEY);
    var span = ((Data.Mapping) it.value()).spanOfKey(key);
    return Diagnostic.at(span, "bad-name", "`" + key + "` is not " + format.noun())
        .help(format.help());
  }

  static Diagnostic range(Situation it) {
    JsonNode schema = it.violation().schema();
    String least =
        schema.has("exclusiveMinimum")
            ? "more than " + schema.get("exclusiveMinimum").asText()
            : "at least " + schema.path("minimum").asText();
    String limits =
        schema.has("maximum") ? least + " and at most " + schema.get("maximum").asText() : least;
    return it.at("out-of-range", it.owner() + " cannot be " + it.written())
        .label("it must be " + limits);
  }

  static Diagnostic empty(Situation it) {
    String what = it.place().annotation("x-labrun-kind").orElse("");
    Diagnostic empty = it.at("empty", it.owner() + " is empty");
    if (what.equals("result") || what.equals("matcher") || what.equals("operators")) {
      return empty.label("this would check nothing");
    }
    return what.equals("action") ? empty.label("an action is missing") : withExample(it, empty);
  }

  static Diagnostic count(Situation it) {
    int wanted = it.violation().demand().asInt();
    Data.Seq list = (Data.Seq) it.value();
    if (list.items().isEmpty()) {
      return empty(it);
    }
    return it.at(
        "wrong-count", it.owner() + " takes " + wanted + " values, not " + list.items().size());
  }

  static List<String> texts(JsonNode node) {
    List<String> out = new ArrayList<>();
    if (node.isTextual()) {
      out.add(node.textValue());
    }
    node.forEach(item -> out.add(item.asText()));
    return out;
  }
}
