package io.labrun.cli;

import io.labrun.files.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a drawn topology goes.
 *
 * @param file where; may be standard output
 */
record GraphOutput(Console console, OutputFile file) {

  /**
   * Looks before anything is drawn whether it can be written, as far as that can be known.
   *
   * @param scenarios what is read, and must stay
   */
  void check(List<Path> scenarios) {
    if (file.isOneOf(scenarios)) {
      throw refused("it is one of the scenarios");
    }
    if (!file.isStandardOutput()) {
      file.obstacle()
          .ifPresent(
              why -> {
                throw refused(why);
              });
    }
  }

  /**
   * Writes it; an earlier file of that name is replaced.
   *
   * @param before what is printed first where several come one after another
   */
  void write(String before, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (file.isStandardOutput()) {
        console.data().print(before);
        console.data().print(text);
      } else {
        file.write(out -> out.write(bytes), console.data());
      }
    } catch (IOException e) {
      throw refused(FileFault.reason(e));
    }
  }

  private UseException refused(String why) {
    return new UseException("`" + file.file() + "` cannot be written: " + why);
  }
}
