package io.labrun.doctor;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.require.Amounts;
import io.labrun.run.require.ThrowAwayLab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The engine's data folder has room for images and what containers write: 2 GiB.
 *
 * <p>Asked from inside a container, whose root file system lies in that folder: so it is right for
 * an engine on another machine or in a virtual one, too.
 */
final class DiskCheck implements DoctorCheck {
  private static final String SUBJECT = "disk";
  private static final long ENOUGH = 2L << 30;

  @Override
  public List<Finding> examine(Patient patient) {
    return patient.engine().map(engine -> look(patient, engine)).stream().toList();
  }

  private static Finding look(Patient patient, Engine engine) {
    String image = patient.images().get(0);
    if (!Images.isThere(engine, image)) {
      return Finding.degraded(
          SUBJECT, "not looked at: that takes the image " + image, "labrun doctor --fix");
    }
    try (ThrowAwayLab lab = Trials.lab(engine, image)) {
      String container = lab.container("disk", lab.network("disk", "bridge", Map.of()));
      List<String> df = List.of("df", "-P", "-k", "/");
      String table = engine.exec(ExecRequest.of(container, Duration.ofSeconds(10), df)).stdout();
      return finding(free(table), engine.facts().root());
    } catch (EngineException e) {
      return Finding.degraded(SUBJECT, "not looked at: " + e.getMessage());
    }
  }

  /**
   * The bytes that are free according to the POSIX format of {@code df -k}; empty if unreadable.
   */
  static OptionalLong free(String table) {
    String lastLine = table.strip().lines().reduce("", (before, line) -> line);
    String[] columns = lastLine.trim().split("\\s+");
    boolean readable = columns.length >= 6 && columns[3].matches("\\d{1,15}");
    return readable ? OptionalLong.of(Long.parseLong(columns[3]) * 1024) : OptionalLong.empty();
  }

  static Finding finding(OptionalLong free, String root) {
    if (free.isEmpty()) {
      return Finding.degraded(SUBJECT, "not looked at: `df` in a container gave no number");
    }
    String has =
        "%s free in the engine's data folder %s".formatted(Amounts.binary(free.getAsLong()), root);
    return free.getAsLong() >= ENOUGH
        ? Finding.ok(SUBJECT, has)
        : Finding.degraded(SUBJECT, has + "; images may not fit", "docker image prune");
  }
}
