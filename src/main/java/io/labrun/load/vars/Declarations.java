package io.labrun.load.vars;

import io.labrun.load.vars.Variables.Variable;
import io.labrun.load.yaml.CoreSchema;
import io.labrun.load.yaml.Node;
import io.labrun.scenario.Data;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads {@code vars}: each has the value of {@code --set}, else of its {@code env}, else its
 * default, in which the variables above it may stand.
 */
public final class Declarations {
  private static final List<String> KEYS = List.of("vars", "variables");

  private final Given given;
  private final Consumer<Diagnostic> report;
  private final Variables variables = new Variables();
  private final Set<String> declared = new HashSet<>();

  /** Whether the default that is being read is a mistake. */
  private boolean broken;

  private Declarations(Given given, Consumer<Diagnostic> report) {
    this.given = given;
    this.report = report;
  }

  /** The variables of a document; a misspelt {@code vars} counts, its mistake is the schema's. */
  public static Variables read(Node.Pairs root, Given given, Consumer<Diagnostic> report) {
    Declarations declarations = new Declarations(given, report);
    section(root).map(Node.Pair::value).ifPresent(declarations::all);
    declarations.checkSet();
    return declarations.variables;
  }

  /** Where variables are declared. */
  static Optional<Node.Pair> section(Node.Pairs root) {
    Optional<Node.Pair> exact =
        root.pairs().stream().filter(pair -> pair.key().equals(KEYS.get(0))).findFirst();
    return exact.or(
        () ->
            root.pairs().stream()
                .filter(pair -> DidYouMean.nearest(pair.key(), KEYS).isPresent())
                .findFirst());
  }

  private void all(Node node) {
    if (node instanceof Node.Pairs pairs) {
      pairs.pairs().forEach(pair -> declared.add(pair.key()));
      for (Node.Pair pair : pairs.pairs()) {
        broken = false;
        Optional<String> value = value(pair);
        variables.declare(pair.key(), new Variable(pair.keySpan(), value, broken));
      }
    }
  }

  private Optional<String> value(Node.Pair pair) {
    Optional<String> set = Optional.ofNullable(given.set().get(pair.key()));
    Optional<Node.Pairs> form =
        Optional.of(pair.value()).filter(Node.Pairs.class::isInstance).map(Node.Pairs.class::cast);
    Optional<Node> fallback =
        form.isPresent() ? form.get().get("default") : Optional.of(pair.value());
    return set.or(() -> form.flatMap(map -> map.get("env")).flatMap(this::environment))
        .or(() -> fallback.flatMap(this::text));
  }

  private Optional<String> environment(Node name) {
    return name instanceof Node.Scalar scalar
        ? given.environment().apply(scalar.text())
        : Optional.empty();
  }

  private Optional<String> text(Node node) {
    if (!(node instanceof Node.Scalar scalar)
        || scalar.plain() && CoreSchema.isNull(scalar.text())) {
      return Optional.empty();
    }
    Filler filler = new Filler(variables, report);
    Data data = filler.scalar(scalar);
    if (data instanceof Data.Text text && !text.template().isLiteral()) {
      text.template().lives().forEach(live -> report.accept(unusable(live)));
      broken = true;
      return Optional.empty();
    }
    broken |= filler.unfilled().contains(data);
    return new View(new Data.Mapping(Map.of(), data.span()), TextResolver.AS_WRITTEN).scalar(data);
  }

  private Diagnostic unusable(Template.Live live) {
    String name = live.ref().toString();
    if (declared.contains(name)) {
      return Diagnostic.at(
              live.span(), "variable-later", "the variable `" + name + "` is not declared yet")
          .label("only those above can be used here");
    }
    if (!live.ref().path().isEmpty()) {
      return Diagnostic.at(live.span(), "no-live-value", "a live value cannot stand in a default")
          .label("write it where the variable is used");
    }
    return Undeclared.variable(name, live.span(), variables.names());
  }

  private void checkSet() {
    for (String name : given.set().keySet()) {
      if (variables.get(name).isEmpty()) {
        Diagnostic mistake =
            Diagnostic.of(
                    "undeclared-variable",
                    "--set names `" + name + "`, which is no variable of this scenario")
                .label(DidYouMean.question(name, variables.names()));
        String all = String.join(", ", variables.names());
        report.accept(
            all.isEmpty()
                ? mistake.help("It declares none.")
                : mistake.help("Its variables: " + all));
      }
    }
  }
}
