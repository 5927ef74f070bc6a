package io.labrun.cli;

import io.labrun.load.Glance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A file that may be meant, with what a glance at it tells.
 *
 * @param file where it is
 * @param glance what it says of itself
 */
record Candidate(Path file, Glance glance) {
  private static final int MOST_AHEAD = (1 << 20) + 2;

  /** Looks at a file. Standard input can be read once, so what is seen of it is put back. */
  static Candidate of(Path file, Console console) {
    if (file.equals(Found.INPUT)) {
      return new Candidate(file, glance(console.in()));
    }
    return new Candidate(file, isReadOnce(file) ? Glance.NOTHING : Glance.at(file));
  }

  /** Whether nothing is left for whoever reads it next, as of a pipe. */
  private static boolean isReadOnce(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static Glance glance(InputStream in) {
    if (!in.markSupported()) {
      return Glance.NOTHING;
    }
    try {
      in.mark(MOST_AHEAD);
      Glance glance = Glance.at(in);
      in.reset();
      return glance;
    } catch (IOException e) {
      return Glance.NOTHING;
    }
  }

  /** Its name, or where it is. */
  String name() {
    return glance.name().orElseGet(() -> file.toString());
  }

  /** Whether its tags are known. */
  boolean hasKnownTags() {
    return glance.tags().isPresent();
  }

  /** Whether it is known to have one of some tags. */
  boolean hasOneOf(Set<String> tags) {
    return glance.tags().stream().anyMatch(own -> own.stream().anyMatch(tags::contains));
  }

  /** Whether its name or its file is such, or may be: nobody looks into a pipe beforehand. */
  boolean isCalled(Predicate<String> name) {
    return isReadOnce(file)
        || glance.name().filter(name).isPresent()
        || name.test(file.toString())
        || name.test(file.getFileName().toString());
  }
}
