package io.labrun.load.vars;

import io.labrun.load.vars.Placeholders.Piece;
import io.labrun.load.vars.Placeholders.Plain;
import io.labrun.load.vars.Placeholders.Use;
import io.labrun.load.yaml.CoreSchema;
import io.labrun.load.yaml.Node;
import io.labrun.scenario.Data;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.Template;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns nodes into data: fills variables in and marks live values.
 *
 * <p>A text without quotes that becomes another through a variable gets its type anew, so that
 * {@code port: ${port}} is a number. What a variable brings is not looked into again.
 */
public final class Filler {
  private static final Pattern BODY =
      Pattern.compile(
          "([a-zA-Z_][a-zA-Z0-9_.-]*?(?:/(?:tcp|udp|sctp))?)(?::([-?])(.*))?", Pattern.DOTALL);
  private static final int MOST_NESTED = 10;
  private static final String DOLLARS =
      "If the shell in the container is meant: $NAME needs no braces, $${...} keeps them.";

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
    Filling filling = new Filling(scalar.span());
    filling.take(scalar.text(), Optional.empty());
    if (!filling.complete) {
      Data text = new Data.Text(new Template(filling.parts()), scalar.span());
      unfilled.add(text);
      return text;
    }
    return filling.hasLive()
        ? new Data.Text(new Template(filling.parts()), scalar.span())
        : typed(filling.text.toString(), scalar);
  }

  private static Data typed(String text, Node.Scalar scalar) {
    return scalar.plain()
        ? CoreSchema.type(text, scalar.span())
        : new Data.Text(Template.literal(text), scalar.span());
  }

  /** The filling in of one text. */
  private final class Filling {
    private final Span whole;
    private final List<Template.Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> openings = new ArrayList<>();
    private int depth;
    private boolean complete = true;

    Filling(Span whole) {
      this.whole = whole;
    }

    /** Takes a text; {@code outer} is the placeholder that it is the default of. */
    void take(String template, Optional<Span> outer) {
      for (Piece piece : Placeholders.split(template)) {
        if (piece instanceof Plain plain) {
          text.append(plain.text());
        } else {
          Use use = (Use) piece;
          use(use, outer.orElseGet(() -> place(use)));
        }
      }
    }

    List<Template.Part> parts() {
      flush();
      return List.copyOf(parts);
    }

    boolean hasLive() {
      return !parts.isEmpty();
    }

    private void flush() {
      if (text.length() > 0) {
        parts.add(new Template.Literal(text.toString()));
        text.setLength(0);
      }
    }

    private void use(Use use, Span span) {
      Matcher body = BODY.matcher(use.body());
      if (!use.closed()) {
        fail(Diagnostic.at(span, "bad-variable", "this `${` has no `}`").help(DOLLARS));
      } else if (!body.matches()) {
        String message = "`${" + use.body() + "}` is neither a variable nor a live value";
        fail(Diagnostic.at(span, "bad-variable", message).help(DOLLARS));
      } else if (variables.get(body.group(1)).isPresent()) {
        variable(body, span);
      } else if (body.group(2) != null) {
        undeclaredWithDefault(body.group(1), span);
      } else {
        live(body.group(1), span);
      }
    }

    private void variable(Matcher body, Span span) {
      String name = body.group(1);
      Variables.Variable variable = variables.get(name).orElseThrow();
      Optional<String> value = variable.value();
      boolean unsaid = value.isEmpty() || body.group(2) != null && value.get().isEmpty();
      if (!unsaid) {
        text.append(value.get());
      } else if ("-".equals(body.group(2))) {
        fallback(body.group(3), span);
      } else if (variable.broken()) {
        complete = false;
      } else {
        boolean said = body.group(3) != null && !body.group(3).isBlank();
        String message = said ? ": " + body.group(3) : "";
        fail(
            Diagnostic.at(span, "no-value", "the variable `" + name + "` has no value" + message)
                .help("Give it one: --set " + name + "=VALUE"));
      }
    }

    private void fallback(String template, Span span) {
      if (++depth > MOST_NESTED) {
        String message = "more than " + MOST_NESTED + " defaults inside each other";
        fail(Diagnostic.at(span, "bad-variable", message));
      } else {
        take(template, Optional.of(span));
      }
      depth--;
    }

    private void undeclaredWithDefault(String name, Span span) {
      fail(Undeclared.variable(name, span, variables.names()));
    }

    private void live(String name, Span span) {
      LiveRef ref = LiveRef.parse(name);
      if (variables.get(ref.root()).isPresent()) {
        String message = "the variable `" + ref.root() + "` has no parts";
        fail(
            Diagnostic.at(span, "bad-variable", message)
                .label("did you mean `${" + ref.root() + "}`?"));
        return;
      }
      flush();
      parts.add(new Template.Live(ref, span));
    }

    private void fail(Diagnostic diagnostic) {
      complete = false;
      report.accept(diagnostic);
    }

    /** Finds a placeholder in the source: the same number of openings come before it there. */
    private Span place(Use use) {
      if (openings.isEmpty()) {
        String source = whole.text();
        for (int at = source.indexOf("${"); at >= 0; at = source.indexOf("${", at + 2)) {
          openings.add(at);
        }
      }
      if (use.number() >= openings.size()) {
        return whole;
      }
      int start = whole.start() + openings.get(use.number());
      String written = "${" + use.body() + (use.closed() ? "}" : "");
      boolean same = whole.source().text().startsWith(written, start);
      return whole.source().span(start, start + (same ? written.length() : 2));
    }
  }
}
