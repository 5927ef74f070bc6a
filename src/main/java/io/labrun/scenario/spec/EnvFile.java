package io.labrun.scenario.spec;

import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of environment variables (Compose Specification, "Env_file format").
 *
 * <p>{@code NAME=value} a line, with {@code export} before it or not. A value in single quotes
 * stands as it is; in double quotes and without quotes variables are filled in; both kinds of
 * quotes may go over several lines. Without quotes a comment begins with a blank and {@code #}.
 */
public final class EnvFile {
  /** The most bytes such a file may have. */
  public static final int MOST_BYTES = 1 << 20;

  private static final Pattern NAME =
      Pattern.compile("(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)(?:(:?-)([^}]*))?\\}|(\\{))");
  private static final Pattern COMMENT = Pattern.compile("(^|[ \\t]+)#.*");

  private final SourceText source;
  private final String text;
  private final Function<String, Optional<String>> outside;
  private final Map<String, Optional<String>> values = new LinkedHashMap<>();
  private final List<Diagnostic> mistakes = new ArrayList<>();
  private int at;

  private EnvFile(SourceText source, Function<String, Optional<String>> outside) {
    this.source = source;
    this.text = source.text();
    this.outside = outside;
  }

  /**
   * What a file says.
   *
   * @param values by name; a name without a value is to take it from labrun's own environment
   * @param mistakes what is wrong, each with its place in the file; then the values are not whole
   */
  public record Content(Map<String, Optional<String>> values, List<Diagnostic> mistakes) {}

  /**
   * Reads a file.
   *
   * @param outside labrun's own environment, for variables in values that the file does not set
   */
  public static Content read(SourceText source, Function<String, Optional<String>> outside) {
    EnvFile file = new EnvFile(source, outside);
    while (file.at < file.text.length()) {
      file.line();
    }
    return new Content(file.values, file.mistakes);
  }

  private void line() {
    skip(" \t\r\n\uFEFF");
    if (at >= text.length() || text.charAt(at) == '#') {
      at = lineEnd();
      return;
    }
    Matcher name = NAME.matcher(text).region(at, lineEnd());
    if (!name.lookingAt()) {
      mistake(at, lineEnd(), "this is no `NAME=value`");
      return;
    }
    at = name.end();
    if (at == lineEnd() || text.charAt(at) == '\r') {
      values.put(name.group(1), Optional.empty());
    } else if ("=:".indexOf(text.charAt(at)) < 0) {
      mistake(name.start(), lineEnd(), "between a name and its value stands `=`");
    } else {
      at++;
      skip(" \t");
      value(name.group(1));
    }
  }

  private void value(String name) {
    char quote = at < text.length() ? text.charAt(at) : '\n';
    if (quote != '"' && quote != '\'') {
      String written = text.substring(at, lineEnd());
      int begin = at;
      at = lineEnd();
      String bare = COMMENT.matcher(written).replaceFirst("").strip();
      fill(bare, begin).ifPresent(value -> values.put(name, Optional.of(value)));
      return;
    }
    int end = closing(quote);
    if (end < 0) {
      mistake(at, lineEnd(), "the quote that begins here does not end");
      at = text.length();
      return;
    }
    String inside = text.substring(at + 1, end);
    int begin = at;
    at = end + 1;
    String rest = text.substring(at, lineEnd());
    if (!rest.isBlank() && !rest.strip().startsWith("#")) {
      mistake(at, lineEnd(), "nothing can stand behind the closing quote");
    } else if (quote == '\'') {
      values.put(name, Optional.of(inside));
    } else {
      fill(inside, begin).ifPresent(value -> values.put(name, Optional.of(unescape(value))));
    }
  }

  private int closing(char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (text.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  /** A backslash before the dollar keeps it. */
  private Optional<String> fill(String value, int begin) {
    StringBuilder out = new StringBuilder();
    Matcher variable = VARIABLE.matcher(value);
    int from = 0;
    while (variable.find()) {
      if (variable.start() > 0 && value.charAt(variable.start() - 1) == '\\') {
        continue;
      }
      if (variable.group(5) != null) {
        mistake(begin, lineEnd(begin), "a variable is `$NAME`, `${NAME}` or `${NAME:-default}`");
        return Optional.empty();
      }
      out.append(value, from, variable.start()).append(value(variable));
      from = variable.end();
    }
    return Optional.of(out.append(value.substring(from)).toString());
  }

  private String value(Matcher variable) {
    String name = variable.group(1) != null ? variable.group(1) : variable.group(2);
    Optional<String> known =
        values.getOrDefault(name, Optional.empty()).or(() -> outside.apply(name));
    if (":-".equals(variable.group(3))) {
      known = known.filter(text -> !text.isEmpty());
    }
    return known.orElse(variable.group(4) == null ? "" : variable.group(4));
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char next = text.charAt(++i);
      switch (next) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case '\\', '"', '$' -> out.append(next);
        default -> out.append(c).append(next);
      }
    }
    return out.toString();
  }

  private void mistake(int from, int to, String what) {
    mistakes.add(Diagnostic.at(source.span(from, Math.max(from, to)), "bad-env-file", what));
    at = Math.max(at, lineEnd());
  }

  private void skip(String characters) {
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private int lineEnd() {
    return lineEnd(at);
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
