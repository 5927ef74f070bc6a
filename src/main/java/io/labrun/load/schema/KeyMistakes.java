package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What to say of keys that are not known, missing, or too many. */
final class KeyMistakes {
  private static final int MOST_LISTED = 24;

  private final SchemaDocument document;
  private final List<String> checks;

  KeyMistakes(SchemaDocument document) {
    this.document = document;
    this.checks = document.checks();
  }

  /** The key that was probably meant by an unknown one and is not there yet. */
  Optional<String> meant(Situation it) {
    String key = it.violation().property();
    Data.Mapping mapping = (Data.Mapping) it.value();
    List<String> free = allowed(it).stream().filter(name -> mapping.entry(name).isEmpty()).toList();
    String place = it.violation().schema().path("x-labrun-plural").asText();
    return DidYouMean.nearest(key, free).or(() -> Synonyms.of(place, key).filter(free::contains));
  }

  private static List<String> allowed(Situation it) {
    return SchemaDocument.names(it.violation().schema().path("properties"));
  }

  Diagnostic unknown(Situation it, Optional<String> meant) {
    String key = it.violation().property();
    Span span = ((Data.Mapping) it.value()).spanOfKey(key);
    Diagnostic unknown = unknown(it, key, span);
    if (meant.isPresent()) {
      return unknown.label("did you mean `" + meant.get() + "`?");
    }
    String place = it.violation().schema().path("x-labrun-plural").asText();
    List<String> help = new ArrayList<>(Synonyms.helpAt(place, key));
    if (!Synonyms.isLeftOut(place, key)) {
      elsewhere(key, it).ifPresent(help::add);
    }
    if (help.isEmpty()) {
      help.addAll(list(it));
    }
    return unknown.help(help.toArray(String[]::new));
  }

  private List<String> list(Situation it) {
    List<String> allowed = allowed(it);
    if (it.violation().schema().has("oneOf")) {
      return List.of("The checks are: " + String.join(", ", checks));
    }
    return allowed.isEmpty() || allowed.size() > MOST_LISTED
        ? List.of()
        : List.of("There are: " + String.join(", ", allowed));
  }

  private static Diagnostic unknown(Situation it, String key, Span span) {
    JsonNode schema = it.violation().schema();
    String quoted = "`" + key + "`";
    switch (schema.path("x-labrun-kind").asText()) {
      case "operators":
        return Diagnostic.at(span, "unknown-operator", "there is no operator " + quoted);
      case "action":
        return Diagnostic.at(span, "unknown-action", "there is no action " + quoted);
      case "result":
        String check = check(it);
        return Diagnostic.at(
            span, "unknown-field", "the result of " + check + " has no field " + quoted);
      default:
        String plural = schema.path("x-labrun-plural").asText();
        String owner = plural.isEmpty() ? it.owner() + " has" : plural + " have";
        return Diagnostic.at(span, "unknown-key", owner + " no key " + quoted);
    }
  }

  private static String check(Situation it) {
    List<String> route = it.violation().route();
    int at = route.indexOf("dependentSchemas");
    return "`" + route.get(at + 1) + "`";
  }

  /** Where in the language a key that is unknown here is known. */
  private Optional<String> elsewhere(String key, Situation it) {
    if (it.violation().schema().path("x-labrun-kind").asText().equals("operators")) {
      return Optional.empty();
    }
    List<String> homes = new ArrayList<>();
    if (document.root().path("properties").has(key)) {
      homes.add("scenarios");
    }
    for (Map.Entry<String, JsonNode> definition : document.root().path("$defs").properties()) {
      String plural = definition.getValue().path("x-labrun-plural").asText();
      if (!plural.isEmpty() && definition.getValue().path("properties").has(key)) {
        homes.add(plural);
      }
    }
    return homes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "`"
                + key
                + "` is a key of "
                + String.join(", ", homes)
                + ". Is the indentation right?");
  }

  /** Keys that must be there and are not: one mistake for all of one map. */
  Diagnostic missing(Situation it, List<String> keys) {
    if (it.violation().dependsOnCheck()) {
      return missingExpect(it);
    }
    String all = keys.stream().map(key -> "`" + key + "`").collect(Collectors.joining(" and no "));
    List<String> help = new ArrayList<>();
    for (String key : keys) {
      JsonNode schema = it.violation().schema().path("properties").path(key);
      String sentence = schema.path("description").asText().split("(?<=\\.) ", 2)[0];
      help.add("`" + key + "`: " + sentence + " " + Situation.example(key, schema));
    }
    return Diagnostic.at(it.keyMark(), "missing-key", it.owner() + " has no " + all)
        .help(help.toArray(String[]::new));
  }

  private Diagnostic missingExpect(Situation it) {
    String check =
        it.violation().route().get(it.violation().route().indexOf("dependentSchemas") + 1);
    Data.Mapping assertion = (Data.Mapping) it.value();
    String fields =
        document.properties(check + "_result").stream().limit(4).collect(Collectors.joining(", "));
    Diagnostic missing =
        Diagnostic.at(
                assertion.spanOfKey(check),
                "missing-expect",
                it.owner() + " does not say what it expects")
            .label("`" + check + "` needs an `expect`");
    return fields.isEmpty() ? missing : missing.help("Fields of its result: " + fields + " ...");
  }

  /** An assertion without a check, or with several. */
  Diagnostic notOneCheck(Situation it) {
    Data.Mapping assertion = (Data.Mapping) it.value();
    List<String> present = assertion.entries().keySet().stream().filter(checks::contains).toList();
    if (present.size() > 1) {
      String both =
          present.stream().map(check -> "`" + check + "`").collect(Collectors.joining(" and "));
      return Diagnostic.at(
              assertion.spanOfKey(present.get(1)), "one-check", it.owner() + " has " + both)
          .label("one claim, one check")
          .help("Make an assertion of its own of each.");
    }
    return Diagnostic.at(it.mark(), "one-check", it.owner() + " checks nothing")
        .help("It needs one of: " + String.join(", ", checks));
  }

  /** More keys in a map than one thing can have. */
  Diagnostic tooMany(Situation it) {
    List<Data.Entry> entries = List.copyOf(((Data.Mapping) it.value()).entries().values());
    Span second = entries.get(1).keySpan();
    if (it.place().annotation("x-labrun-kind").filter("action"::equals).isPresent()) {
      return Diagnostic.at(second, "one-action", "two actions in one item")
          .label("make an item of its own of it");
    }
    return Diagnostic.at(second, "one-subject", it.owner() + " is about one thing only")
        .label("`" + entries.get(0).key() + "` is there already");
  }
}
