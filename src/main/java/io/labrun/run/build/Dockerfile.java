package io.labrun.run.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a Dockerfile, read for the images that it takes from elsewhere: {@code FROM}, and
 * {@code COPY --from} of what is no stage (Dockerfile reference).
 */
final class Dockerfile {
  private static final Pattern ESCAPE =
      Pattern.compile("#\\s*escape\\s*=\\s*([`\\\\])\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?::([-+])([^}]*))?\\})");
  private static final Pattern COPY_FROM = Pattern.compile("--from=(\\S+)");
  private static final String NOTHING = "scratch";

  private final List<String> instructions = new ArrayList<>();

  Dockerfile(String text) {
    List<String> lines = text.replaceFirst("^\uFEFF", "").lines().toList();
    String escape = escape(lines);
    StringBuilder open = new StringBuilder();
    for (String line : lines) {
      String bare = line.strip();
      if (bare.startsWith("#") || bare.isEmpty()) {
        continue;
      }
      boolean goesOn = bare.endsWith(escape);
      open.append(goesOn ? bare.substring(0, bare.length() - 1) : bare).append(' ');
      if (!goesOn) {
        instructions.add(open.toString().strip());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      instructions.add(open.toString().strip());
    }
  }

  /** Directives stand at the very top. */
  static String escape(List<String> lines) {
    for (String line : lines) {
      if (!line.startsWith("#")) {
        break;
      }
      Matcher directive = ESCAPE.matcher(line);
      if (directive.matches()) {
        return directive.group(1);
      }
    }
    return "\\";
  }

  /**
   * The images, each once.
   *
   * @param given arguments of the build
   * @param target the stage with which it ends; empty text for the last
   */
  List<String> bases(Map<String, String> given, String target) {
    Map<String, String> arguments = new HashMap<>();
    Set<String> stages = new LinkedHashSet<>();
    Set<String> bases = new LinkedHashSet<>();
    int count = 0;
    for (String instruction : instructions) {
      List<String> words = List.of(instruction.split("\\s+"));
      switch (words.get(0).toUpperCase(Locale.ROOT)) {
        case "ARG" -> {
          if (count == 0) {
            words.stream().skip(1).forEach(word -> declare(word, given, arguments));
          }
        }
        case "FROM" -> {
          if (count > 0 && stages.contains(stage(target))) {
            return List.copyOf(bases);
          }
          List<String> rest = withoutFlags(words);
          add(rest.isEmpty() ? "" : filled(rest.get(0), arguments), stages, bases);
          stages.add(Integer.toString(count++));
          if (rest.size() > 2) {
            stages.add(stage(rest.get(2)));
          }
        }
        case "COPY" -> {
          Matcher from = COPY_FROM.matcher(instruction);
          if (from.find()) {
            add(from.group(1), stages, bases);
          }
        }
        default -> {
          // No other instruction takes an image.
        }
      }
    }
    return List.copyOf(bases);
  }

  private static void declare(
      String word, Map<String, String> given, Map<String, String> arguments) {
    String[] pair = word.split("=", 2);
    String value = pair.length < 2 ? null : filled(unquoted(pair[1]), arguments);
    String own = given.getOrDefault(pair[0], value);
    if (own != null) {
      arguments.put(pair[0], own);
    }
  }

  private static void add(String image, Set<String> stages, Set<String> bases) {
    if (!image.isEmpty() && !image.equals(NOTHING) && !stages.contains(stage(image))) {
      bases.add(image);
    }
  }

  private static List<String> withoutFlags(List<String> words) {
    return words.stream().skip(1).filter(word -> !word.startsWith("--")).toList();
  }

  private static String stage(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && "\"'".indexOf(text.charAt(0)) >= 0;
    return quoted && text.charAt(0) == text.charAt(text.length() - 1)
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static String filled(String text, Map<String, String> arguments) {
    return VARIABLE
        .matcher(unquoted(text))
        .replaceAll(variable -> Matcher.quoteReplacement(value(variable, arguments)));
  }

  private static String value(MatchResult variable, Map<String, String> arguments) {
    String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
    String value = arguments.getOrDefault(name, "");
    String otherwise = variable.group(4);
    if (variable.group(3) == null) {
      return value;
    }
    boolean plus = variable.group(3).equals("+");
    return plus == value.isEmpty() ? (plus ? "" : value) : otherwise;
  }
}
