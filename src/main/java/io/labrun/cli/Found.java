package io.labrun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the names on a command line come to.
 *
 * @param files scenario files, each once, in the order of the command line; {@link #INPUT} among
 *     them stands for standard input
 * @param told lines on what was met and is not among the files: foreign names are not safe in them
 */
record Found(List<Path> files, List<String> told) {
  /** Standard input, read as a scenario; a file of that name is {@code ./-}. */
  static final Path INPUT = Path.of("-");

  private static final int MOST_TOLD = 5;

  /** Nothing that is told fills more than a few lines. */
  List<String> shortly() {
    if (told.size() <= MOST_TOLD + 1) {
      return told;
    }
    List<String> out = new ArrayList<>(told.subList(0, MOST_TOLD));
    out.add(
        "and " + (told.size() - MOST_TOLD) + " more such lines; name fewer folders to see them");
    return out;
  }
}
