package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.files.OwnFolder;
import io.labrun.files.RealPath;
import io.labrun.plan.Plan;
import io.labrun.scenario.Grant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Files beside a scenario, looked at once more when they are read: since the scenario was judged, a
 * link may have been turned to somewhere else.
 *
 * @param folder the scenario's own, where relative paths start
 * @param everywhere whether the scenario may read outside of it
 */
public record LocalFiles(OwnFolder folder, boolean everywhere) {

  /** The files that a plan's scenario may read. */
  public static LocalFiles of(Plan plan, Path folder) {
    boolean everywhere =
        plan.scenario().requires().grants().stream()
            .anyMatch(grant -> grant.name().equals(Grant.HOST_PATHS.word()));
    Path home = Path.of(System.getProperty("user.home", "/"));
    return new LocalFiles(new OwnFolder(folder.toAbsolutePath().normalize(), home), everywhere);
  }

  /** A text as the bytes of a file. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Where a file or folder of the scenario really is.
   *
   * @throws ProblemException if that is outside, and the scenario may not go there
   */
  public Path real(String name) {
    Path end = folder.end(name);
    if (!everywhere && !folder.holds(end)) {
      throw ProblemException.lasting(
          Problem.of("`%s` leads to %s by now, out of the scenario's folder".formatted(name, end))
              .help("It did not when the scenario was read. Did somebody change a link?"));
    }
    return end;
  }

  /**
   * The content of a file.
   *
   * @throws ProblemException if there is none, or none that may be read
   */
  public byte[] read(String name) {
    Path file = real(name);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw ProblemException.lasting(Problem.of(shown(file) + " is no file to read"));
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readAllBytes();
      real(name);
      return bytes;
    } catch (NoSuchFileException e) {
      throw ProblemException.lasting(Problem.of("there is no file " + shown(file)));
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of(shown(file) + " can't be read")
              .details(List.of(String.valueOf(e.getMessage()))));
    }
  }

  /** As seen from the scenario: of a copy nobody knows where it lies. */
  private String shown(Path file) {
    Path own = RealPath.of(folder.folder());
    return "`" + (file.startsWith(own) ? own.relativize(file) : file) + "`";
  }
}
