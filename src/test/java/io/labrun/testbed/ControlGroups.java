package io.labrun.testbed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The kernel's control groups, of which others make and remove some all the time. */
public final class ControlGroups {
  private ControlGroups() {}

  /**
   * The paths of those whose path fits, down to those of containers; empty if there are none.
   *
   * @param pattern as {@code find -path} understands it, such as {@code *0a1b2c*}
   */
  public static List<String> find(String pattern) throws IOException {
    // `find` goes on where a group vanishes that it is just entering, and Java's walk does not.
    Process find =
        new ProcessBuilder("find", "/sys/fs/cgroup", "-maxdepth", "4", "-path", pattern)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(find.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
