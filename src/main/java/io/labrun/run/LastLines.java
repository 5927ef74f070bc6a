package io.labrun.run;

import io.labrun.run.engine.ExecResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The end of an output, so much of it as a person reads. */
final class LastLines {
  /** How many lines at most. */
  static final int MOST = 50;

  private static final int LONGEST = 1_000;
  private static final int MOST_CHARACTERS = 16_000;

  private LastLines() {}

  /** The last lines of what was printed, then of what was printed as errors; long ones are cut. */
  static List<String> of(ExecResult output) {
    List<String> all =
        Stream.concat(output.stdout().lines(), output.stderr().lines())
            .map(line -> line.length() > LONGEST ? cut(line) + "…" : line)
            .toList();
    Deque<String> out = new ArrayDeque<>();
    int room = MOST_CHARACTERS;
    for (int i = all.size() - 1; i >= 0 && out.size() < MOST; i--) {
      room -= all.get(i).length();
      if (room < 0) {
        break;
      }
      out.addFirst(all.get(i));
    }
    return List.copyOf(out);
  }

  /** Not between the two halves of a character. */
  private static String cut(String line) {
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end);
  }
}
