package io.labrun.run.action;

import io.labrun.event.Problem;
import io.labrun.files.RealPath;
import io.labrun.plan.Plan;
import io.labrun.run.lab.ProblemException;
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
 * @param folder where relative paths of the scenario start
 * @param everywhere whether the scenario may read outside of it
 */
public record LocalFiles(Path folder, boolean everywhere) {

  /** The files that a plan's scenario may read. */
  public static LocalFiles of(Plan plan, Path folder) {
    boolean everywhere =
        plan.scenario().requires().grants().stream()
            .anyMatch(grant -> grant.name().equals(Grant.HOST_PATHS.word()));
    return new LocalFiles(folder, everywhere);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Where a file of the scenario really is. */
  Path real(String name) {
    Path end = RealPath.of(folder.resolve(name));
    if (!everywhere && !end.startsWith(RealPath.of(folder))) {
      throw ProblemException.lasting(
          Problem.of("`%s` leads to %s by now, out of the scenario's folder".formatted(name, end))
              .help("It did not when the scenario was read. Did somebody change a link?"));
    }
    return end;
  }

  byte[] read(String name) {
    Path file = real(name);
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readAllBytes();
      real(name);
      return bytes;
    } catch (NoSuchFileException e) {
      throw ProblemException.lasting(Problem.of("there is no file " + folder.resolve(name)));
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of(file + " can't be read").details(List.of(String.valueOf(e.getMessage()))));
    }
  }
}
