package io.labrun.own;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images that a Dockerfile builds on. */
final class BaseImages {
  private static final int BLOCK = 512;
  private static final Pattern FROM =
      Pattern.compile(
          "\\s*FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ARG =
      Pattern.compile("\\s*ARG\\s+(\\w+)=\"?([^\"]*?)\"?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern VALUE = Pattern.compile("\\$\\{?(\\w+)}?");

  private BaseImages() {}

  /**
   * The images of a build context.
   *
   * @param tar the context's archive; is not closed
   * @param dockerfile its path in there
   * @param args the values that are given to it
   * @return references; without {@code scratch} and the build's own stages
   */
  static List<String> of(InputStream tar, String dockerfile, Map<String, String> args)
      throws IOException {
    return parse(entry(tar, dockerfile), args);
  }

  /** The text of a file in a tar archive (POSIX.1-1988, ustar); empty if it is not there. */
  private static String entry(InputStream tar, String wanted) throws IOException {
    byte[] head = tar.readNBytes(BLOCK);
    while (head.length == BLOCK && head[0] != 0) {
      long size = Long.parseLong("0" + text(head, 124, 12).strip(), 8);
      if (text(head, 0, 100).replaceFirst("^\\./", "").equals(wanted)) {
        return new String(tar.readNBytes((int) size), StandardCharsets.UTF_8);
      }
      tar.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
      head = tar.readNBytes(BLOCK);
    }
    return "";
  }

  private static String text(byte[] head, int from, int length) {
    String field = new String(head, from, length, StandardCharsets.UTF_8);
    int end = field.indexOf('\0');
    return end < 0 ? field : field.substring(0, end);
  }

  private static List<String> parse(String dockerfile, Map<String, String> args) {
    Map<String, String> values = new HashMap<>();
    Set<String> stages = new HashSet<>(Set.of("scratch"));
    List<String> out = new ArrayList<>();
    for (String line : dockerfile.lines().toList()) {
      Matcher arg = ARG.matcher(line);
      if (arg.matches()) {
        values.put(arg.group(1), args.getOrDefault(arg.group(1), arg.group(2)));
      }
      Matcher from = FROM.matcher(line);
      if (from.matches()) {
        String image = VALUE.matcher(from.group(1)).replaceAll(m -> value(m.group(1), values));
        if (!stages.contains(image)) {
          out.add(image);
        }
        stages.add(String.valueOf(from.group(2)));
      }
    }
    return out;
  }

  private static String value(String name, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(name, ""));
  }
}
