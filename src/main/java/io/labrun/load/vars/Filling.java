package io.labrun.load.vars;

import io.labrun.load.vars.Placeholders.Piece;
import io.labrun.load.vars.Placeholders.Plain;
import io.labrun.load.vars.Placeholders.Use;
import io.labrun.load.yaml.Node;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.Template;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filling in of one text: what variables bring, and what must wait for live values. */
final class Filling {
  private static final Pattern BODY =
      Pattern.compile(
          "([a-zA-Z_][a-zA-Z0-9_.-]*?(?:/(?:tcp|udp|sctp))?)(?::([-?])(.*))?", Pattern.DOTALL);
  private static final int MOST_NESTED = 10;
  private static final String DOLLARS =
      "If the shell in the container is meant: $NAME needs no braces, $${...} keeps them.";

  private final Variables variables;
  private final Consumer<Diagnostic> report;
  private final Span whole;
  private final List<Template.Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> openings = new ArrayList<>();
  private int depth;
  private boolean complete = true;

  /**
   * The filling in of a scalar.
   *
   * @param report takes each mistake
   */
  Filling(Variables variables, Node.Scalar scalar, Consumer<Diagnostic> report) {
    this.variables = variables;
    this.report = report;
    this.whole = scalar.span();
    take(scalar.text(), Optional.empty());
  }

  /** Whether all of it could be filled in; if not, mistakes are reported. */
  boolean isComplete() {
    return complete;
  }

  /** Whether it has live values in it. */
  boolean hasLive() {
    return !parts.isEmpty();
  }

  /** The text, where it has no live values in it. */
  String text() {
    return text.toString();
  }

  /** Its parts. */
  List<Template.Part> parts() {
    flush();
    return List.copyOf(parts);
  }

  /** Takes a text; {@code outer} is the placeholder that it is the default of. */
  private void take(String template, Optional<Span> outer) {
    for (Piece piece : Placeholders.split(template)) {
      if (piece instanceof Plain plain) {
        text.append(plain.text());
      } else {
        Use use = (Use) piece;
        use(use, outer.orElseGet(() -> place(use)));
      }
    }
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
