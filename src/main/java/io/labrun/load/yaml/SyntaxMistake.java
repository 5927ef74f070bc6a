package io.labrun.load.yaml;

import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what snakeyaml-engine's scanner or parser did not understand. */
final class SyntaxMistake {
  private static final String QUOTES =
      "If `: `, `#`, a bracket or a sign such as `*`, `&`, `!`, `%`, `@` belongs to a text, put the text in"
          + " quotes.";

  private static final String NEITHER = "this is neither `key: value` nor a list item";

  /** A key whose colon has no blank after it; not the colon of a web address. */
  private static final Pattern GLUED = Pattern.compile("^\\s*(?:- )?([\\w-]+):(?!//)\\S");

  private final String problem;
  private final String context;
  private final Span at;
  private final Span from;
  private final SourceText source;

  private SyntaxMistake(MarkedYamlEngineException mistake, Offsets offsets) {
    this.problem = mistake.getProblem() == null ? "" : mistake.getProblem();
    this.context = mistake.getContext() == null ? "" : mistake.getContext();
    this.source = offsets.source();
    this.at = one(offsets.of(mistake.getProblemMark()));
    this.from =
        mistake.getContextMark().isPresent() ? one(offsets.of(mistake.getContextMark())) : at;
  }

  /** The mistake as a diagnostic. */
  static Diagnostic explain(MarkedYamlEngineException mistake, Offsets offsets) {
    SyntaxMistake it = new SyntaxMistake(mistake, offsets);
    return it.context.contains("quoted scalar") ? it.quoted() : it.explain();
  }

  private Diagnostic explain() {
    if (problem.startsWith("found character")) {
      return badStart();
    }
    if (problem.startsWith("could not find expected ':'")) {
      return noColon();
    }
    if (problem.endsWith("not allowed here")) {
      return notHere();
    }
    if (context.contains("parsing a flow")) {
      return flow();
    }
    if (context.contains("parsing a block")) {
      return block();
    }
    if (context.contains("block scalar")) {
      return blockScalar();
    }
    return signs();
  }

  private Diagnostic quoted() {
    boolean escape = problem.contains("escape") || problem.startsWith("unexpected character");
    if (escape) {
      Span backslash = source.span(Math.max(from.start(), at.start() - 1), at.end());
      return error(
              backslash, "bad-escape", "`" + backslash.text() + "` is no escape in double quotes")
          .help(
              "In single quotes a backslash is a backslash: 'a\\d'. In double quotes write it twice.");
    }
    return error(from, "unclosed-quote", "this quote is never closed")
        .label("it begins here")
        .help(
            "A quote inside the text? In single quotes write it twice, in double quotes write \\\".");
  }

  private Diagnostic badStart() {
    if (at.text().equals("\t")) {
      return error(at, "tab", "a tab cannot indent").label("write spaces");
    }
    return error(at, "bad-character", "a value cannot begin with `" + at.text() + "`")
        .label("put the text in quotes");
  }

  private Diagnostic noColon() {
    boolean quote = from.text().equals("\"") || from.text().equals("'");
    Span line = quote ? from : restOfLine(from);
    return error(line, "no-colon", NEITHER)
        .label("is a `:` missing?")
        .help("A blank must follow the `:`. A list item begins with `- `.");
  }

  private Diagnostic notHere() {
    if (problem.startsWith("sequence entries")) {
      return error(at, "bad-list", "a list cannot begin on the line of its key")
          .help("Write each `- item` on a line of its own, or the whole list as [a, b].");
    }
    if (problem.startsWith("mapping keys")) {
      return error(at, "bad-key", "a key cannot begin here").help(QUOTES);
    }
    boolean firstOfLine = !source.line(at.line()).substring(0, column(at)).contains(": ");
    return firstOfLine && at.line() > 1 ? continued() : colonInText();
  }

  private Diagnostic colonInText() {
    return error(at, "bad-colon", "a `: ` cannot stand inside a text")
        .label("this makes a second `key: value` of the line")
        .help("Put the whole text in quotes.");
  }

  /** The line before was taken for a text that goes on in this one. */
  private Diagnostic continued() {
    int number = at.line() - 1;
    while (number > 1 && source.line(number).isBlank()) {
      number--;
    }
    String before = source.line(number);
    int indent = before.length() - before.stripLeading().length();
    Span line =
        restOfLine(
            source.span(source.startOfLine(number) + indent, source.startOfLine(number) + indent));
    Matcher glued = GLUED.matcher(before);
    if (glued.find()) {
      int colon = source.startOfLine(number) + glued.end(1);
      return error(source.span(colon, colon + 1), "no-blank", "a blank is missing after this `:`");
    }
    if (!before.contains(":")) {
      return error(line, "no-colon", NEITHER).label("is a `:` missing?");
    }
    int start = source.startOfLine(at.line());
    int first =
        start + source.line(at.line()).length() - source.line(at.line()).stripLeading().length();
    return error(
            restOfLine(source.span(first, first)),
            "bad-indentation",
            "this line is indented too much")
        .help(
            "It goes on with the text of line "
                + number
                + ". Keys beside each other are indented alike.");
  }

  /** The bracket that the parser was inside of: where it began, or just before. */
  private Span opening() {
    int start = Math.min(from.start(), source.text().length() - 1);
    while (start > 0 && "[{".indexOf(source.text().charAt(start)) < 0) {
      start--;
    }
    return source.span(start, start + 1);
  }

  private Diagnostic flow() {
    if (at.text().equals("{") && source.text().startsWith("${", at.start() - 1)) {
      return error(
              source.span(at.start() - 1, at.end()),
              "unquoted-variable",
              "inside { } and [ ] a `${...}` must be in quotes")
          .label("write \"${...}\"");
    }
    Span opening = opening();
    String close = opening.text().equals("[") ? "]" : "}";
    boolean atEnd = at.start() >= source.text().stripTrailing().length();
    boolean farAway = atEnd || at.line() != from.line();
    if (farAway) {
      return error(opening, "unclosed-bracket", "this `" + opening.text() + "` is never closed")
          .label("it needs a `" + close + "`");
    }
    return error(at, "no-comma", "a `,` or `" + close + "` must stand before this").help(QUOTES);
  }

  private Diagnostic block() {
    if (problem.startsWith("expected the node content")) {
      return error(at, "bad-character", "a value cannot begin with `" + at.text() + "`")
          .label("put the text in quotes");
    }
    boolean first = source.line(at.line()).substring(0, column(at)).isBlank();
    if (!first) {
      return error(restOfLine(at), "bad-rest", "something follows a value that has ended")
          .help("A text that begins with a quote ends with it: put the whole text in quotes.");
    }
    if (at.text().equals("-") && context.contains("mapping")) {
      return error(at, "bad-indentation", "a list item stands among `key: value` lines")
          .help(beganAt());
    }
    if (context.contains("collection") && column(at) == column(from)) {
      return error(
              restOfLine(at),
              "bad-indentation",
              "this line is no list item, but those before it are")
          .help(beganAt());
    }
    return error(restOfLine(at), "bad-indentation", "this line is not indented as its neighbours")
        .help(beganAt());
  }

  private String beganAt() {
    String what = context.contains("mapping") ? "The map" : "The list";
    return what + " around it began in line " + from.line() + ", column " + from.column() + ".";
  }

  private Diagnostic blockScalar() {
    if (problem.contains("leading empty lines")) {
      return error(
          at, "bad-indentation", "an empty line here has more blanks than the text after it");
    }
    return error(at, "bad-block", "the text under a `|` or `>` begins on the next line")
        .help("Only + or - and a digit may follow the `|` or `>`.");
  }

  private Diagnostic signs() {
    if (context.contains("alias") || context.contains("anchor")) {
      String sign = from.text();
      return error(
              from,
              "bad-character",
              "a text cannot begin with `" + sign + "` unless it is in quotes")
          .help("Without quotes `&name` makes an anchor and `*name` stands for it.");
    }
    if (context.contains("directive") || problem.contains("directive")) {
      return error(from, "bad-character", "a line cannot begin with `%`")
          .label("put the text in quotes");
    }
    if (context.contains("tag") || problem.contains("tag")) {
      return error(from, "unknown-tag", "this tag means nothing here")
          .help("A `!` at the beginning of a value makes a tag. For the text put it in quotes.");
    }
    if (problem.contains("document start")) {
      return error(
              restOfLine(at), "bad-indentation", "this does not belong to what stands before it")
          .help("Keys beside each other must be indented alike.");
    }
    return error(at, "syntax", "this is not YAML: " + problem).help(QUOTES);
  }

  private int column(Span span) {
    return span.start() - source.startOfLine(span.line());
  }

  private Span one(int offset) {
    String text = source.text();
    if (offset >= text.length()) {
      return lastCharacter(text);
    }
    return source.span(offset, offset + Character.charCount(text.codePointAt(offset)));
  }

  private Span lastCharacter(String text) {
    int end = text.stripTrailing().length();
    return source.span(end, end);
  }

  private Span restOfLine(Span span) {
    String line = source.line(span.line());
    int begin = source.startOfLine(span.line());
    int end = begin + line.stripTrailing().length();
    return source.span(span.start(), Math.max(span.end(), end));
  }

  private static Diagnostic error(Span span, String code, String message) {
    return Diagnostic.at(span, code, message);
  }
}
