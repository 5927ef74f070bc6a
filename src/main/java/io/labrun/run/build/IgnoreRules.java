package io.labrun.run.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which files of a context are left out (Dockerfile reference, ".dockerignore file").
 *
 * <p>The last pattern that matches a path or a folder above it decides.
 */
final class IgnoreRules {
  private static final String LITERAL = ".+()|{}$^";
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(Pattern pattern, boolean takesBack) {}

  /**
   * Reads the lines of a {@code .dockerignore}.
   *
   * @throws PatternSyntaxException if one of them is no pattern
   */
  static IgnoreRules read(List<String> lines) {
    IgnoreRules out = new IgnoreRules();
    lines.forEach(out::add);
    return out;
  }

  private void add(String line) {
    String text = line.startsWith("#") ? "" : line.strip();
    boolean takesBack = text.startsWith("!");
    String pattern = takesBack ? text.substring(1).strip() : text;
    if (!pattern.isEmpty()) {
      String clean = Path.of("/" + pattern).normalize().toString().substring(1);
      rules.add(new Rule(compile(clean.isEmpty() ? "." : clean), takesBack));
    }
  }

  /** Whether a path, relative to the context with slashes between, is left out. */
  boolean leavesOut(String path) {
    boolean out = false;
    for (Rule rule : rules) {
      if (rule.takesBack() == out && matches(rule.pattern(), path)) {
        out = !rule.takesBack();
      }
    }
    return out;
  }

  /** Whether something below a folder that is left out may be taken back. */
  boolean takesBack() {
    return rules.stream().anyMatch(Rule::takesBack);
  }

  private static boolean matches(Pattern pattern, String path) {
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      if (pattern.matcher(path.substring(0, end)).matches()) {
        return true;
      }
    }
    return pattern.matcher(path).matches();
  }

  /** Patterns are those of Go's filepath.Match, and {@code **} for any number of folders. */
  private static Pattern compile(String pattern) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == '*' && pattern.startsWith("*", at)) {
        at++;
        at += pattern.startsWith("/", at) ? 1 : 0;
        out.append(at == pattern.length() ? ".*" : "(.*/)?");
      } else if (c == '\\' && at < pattern.length()) {
        out.append(Pattern.quote(String.valueOf(pattern.charAt(at++))));
      } else if (c == '[') {
        int end = pattern.indexOf(']', at + 1);
        out.append(end < 0 ? "[" : pattern.substring(at - 1, end + 1));
        at = end < 0 ? at : end + 1;
      } else {
        out.append(one(c));
      }
    }
    return Pattern.compile(out.toString(), Pattern.DOTALL);
  }

  private static String one(char c) {
    return switch (c) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      default -> LITERAL.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
    };
  }
}
