package io.labrun.grade;

import io.labrun.source.DidYouMean;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one student handed in.
 *
 * @param name whose it is: the folder's name
 * @param folder where it lies
 */
public record Submission(String name, Path folder) {

  /**
   * Looks whether it is all there, and nothing else than files that may be run.
   *
   * @param most how large it may be, in bytes
   */
  Optional<Refusal> look(Exercise exercise, long most) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(noFolder());
    }
    if (!Files.isReadable(folder)) {
      return Optional.of(Refusal.machines("you may not read `" + name + "`"));
    }
    List<String> missing = new ArrayList<>();
    List<String> help = new ArrayList<>();
    for (String wanted : exercise.wanted()) {
      if (!Files.exists(folder.resolve(wanted), LinkOption.NOFOLLOW_LINKS)) {
        missing.add("`" + wanted + "`");
        instead(wanted).ifPresent(there -> help.add("there is `" + there + "`: is that meant?"));
      }
    }
    if (!missing.isEmpty()) {
      return Optional.of(
          Refusal.students(
              "did not hand in " + String.join(", ", missing), help.toArray(String[]::new)));
    }
    return new HandedIn(folder, most).look(exercise.wanted());
  }

  private Refusal noFolder() {
    String what = Files.isSymbolicLink(folder) ? "a link" : "a file";
    return Refusal.machines(
        "`%s` is %s, and a submission is a folder".formatted(name, what),
        "An archive must be unpacked first, each into a folder of its own.");
  }

  /** Something of a like name, or of the same name one folder deeper. */
  private Optional<String> instead(String wanted) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String own = entry.getFileName().toString();
        names.add(own);
        if (Files.exists(entry.resolve(wanted), LinkOption.NOFOLLOW_LINKS)) {
          return Optional.of(own + "/" + wanted);
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    String bare = wanted.replaceFirst("/$", "");
    return DidYouMean.nearest(bare, names);
  }
}
