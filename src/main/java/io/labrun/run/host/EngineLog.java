package io.labrun.run.host;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Docker engine prints while it starts: most of it says nothing to a person. */
final class EngineLog {
  private static final int MOST = 2;

  /** As logrus writes it, {@code time="..." level=fatal msg="..." error="..."}. */
  private static final Pattern ENTRY =
      Pattern.compile("time=\\S+ level=(\\w+) msg=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))(.*)");

  private static final Pattern ERROR =
      Pattern.compile(" error=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");

  private EngineLog() {}

  /**
   * The one or two last lines that tell why it did not start: errors, and what others than the
   * engine print, such as the shell that starts it; the very last lines where there is none.
   */
  static List<String> telling(List<String> lines) {
    List<String> out = new ArrayList<>();
    for (String line : lines) {
      Matcher entry = ENTRY.matcher(line);
      if (!entry.matches()) {
        out.add(line);
      } else if (List.of("error", "fatal", "panic").contains(entry.group(1))) {
        out.add(words(entry));
      }
    }
    List<String> told = (out.isEmpty() ? lines : out).stream().distinct().toList();
    return told.subList(Math.max(0, told.size() - MOST), told.size());
  }

  private static String words(Matcher entry) {
    Matcher error = ERROR.matcher(entry.group(4));
    String more = error.find() ? ": " + either(error, 1) : "";
    return either(entry, 2) + more;
  }

  private static String either(Matcher matcher, int group) {
    String quoted = matcher.group(group);
    String text = quoted == null ? matcher.group(group + 1) : quoted;
    return text.replace("\\\"", "\"").replace("\\n", " ").replace("\\\\", "\\");
  }
}
