package io.labrun.run.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Whole paths in containers, which are written with slashes on every machine. */
final class ContainerPath {
  private ContainerPath() {}

  /** Its parts, without {@code .}, {@code ..} and doubled slashes; none for the root. */
  static List<String> parts(String path) {
    Deque<String> out = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        out.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        out.add(part);
      }
    }
    return List.copyOf(out);
  }

  /** The same path written in the shortest way. */
  static String normal(String path) {
    return "/" + String.join("/", parts(path));
  }

  /** A path one part further down. */
  static String inside(String folder, String part) {
    return folder.equals("/") ? "/" + part : folder + "/" + part;
  }
}
