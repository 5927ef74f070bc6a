package io.labrun.load.vars;

import io.labrun.load.yaml.CoreSchema;
import io.labrun.load.yaml.Node;
import io.labrun.scenario.Data;
import io.labrun.scenario.Template;
import io.labrun.source.Diagnostic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns nodes into data: fills variables in and marks live values.
 *
 * <p>A text without quotes that becomes another through a variable gets its type anew, so that
 * {@code port: ${port}} is a number. What a variable brings is not looked into again.
 */
public final class Filler {
  private final Variables variables;
  private final Consumer<Diagnostic> report;
  private final Set<Data> unfilled = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * A filler.
   *
   * @param variables what may be filled in
   * @param report takes each mistake
   */
  public Filler(Variables variables, Consumer<Diagnostic> report) {
    this.variables = variables;
    this.report = report;
  }

  /** The texts that could not be filled in, by identity; their mistakes are reported. */
  public Set<Data> unfilled() {
    return unfilled;
  }

  /**
   * The data of a whole document. What its {@code vars} say is taken as it is, and its {@code x-*}
   * are left out: they are the author's own.
   */
  public Data.Mapping document(Node.Pairs root) {
    Optional<Node.Pair> vars = Declarations.section(root);
    List<Data.Entry> entries = new ArrayList<>();
    for (Node.Pair pair : root.pairs()) {
      boolean isVars = vars.isPresent() && vars.get() == pair;
      if (!pair.key().startsWith("x-")) {
        Data value = isVars ? raw(pair.value()) : fill(pair.value());
        entries.add(new Data.Entry(pair.key(), pair.keySpan(), value));
      }
    }
    return Data.Mapping.of(entries, root.span());
  }

  private static Data raw(Node node) {
    if (node instanceof Node.Items items) {
      return new Data.Seq(items.nodes().stream().map(Filler::raw).toList(), items.span());
    }
    if (node instanceof Node.Pairs pairs) {
      List<Data.Entry> entries =
          pairs.pairs().stream()
              .map(pair -> new Data.Entry(pair.key(), pair.keySpan(), raw(pair.value())))
              .toList();
      return Data.Mapping.of(entries, pairs.span());
    }
    return typed(((Node.Scalar) node).text(), (Node.Scalar) node);
  }

  /** The data of a node. The composer bounds how deep this recurses. */
  Data fill(Node node) {
    if (node instanceof Node.Items items) {
      return new Data.Seq(items.nodes().stream().map(this::fill).toList(), items.span());
    }
    if (node instanceof Node.Pairs pairs) {
      return map(pairs);
    }
    return scalar((Node.Scalar) node);
  }

  private Data.Mapping map(Node.Pairs pairs) {
    List<Data.Entry> entries = new ArrayList<>();
    for (Node.Pair pair : pairs.pairs()) {
      if (Placeholders.in(pair.key())) {
        report.accept(
            Diagnostic.at(pair.keySpan(), "bad-variable", "a key cannot hold a variable")
                .label("write the name itself"));
      }
      entries.add(new Data.Entry(pair.key(), pair.keySpan(), fill(pair.value())));
    }
    return Data.Mapping.of(entries, pairs.span());
  }

  /** The data of a scalar. */
  Data scalar(Node.Scalar scalar) {
    if (!Placeholders.in(scalar.text())) {
      return typed(scalar.text(), scalar);
    }
    Filling filling = new Filling(variables, scalar, report);
    if (filling.isComplete() && !filling.hasLive()) {
      return typed(filling.text(), scalar);
    }
    Data text = new Data.Text(new Template(filling.parts()), scalar.span());
    if (!filling.isComplete()) {
      unfilled.add(text);
    }
    return text;
  }

  private static Data typed(String text, Node.Scalar scalar) {
    return scalar.plain()
        ? CoreSchema.type(text, scalar.span())
        : new Data.Text(Template.literal(text), scalar.span());
  }
}
