package io.labrun.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A daemon's pid file, which keeps a new daemon from starting while any process has that number.
 *
 * @param file where it lies
 * @param program the daemon's name
 */
record StalePidFile(Path file, String program) {

  /** Removes the file if the process it names is not, or no longer, that daemon. */
  void removeIfStale(Consumer<String> say) {
    try {
      if (!Files.exists(file) || isThatDaemon(Files.readString(file).strip())) {
        return;
      }
      say.accept("rm " + file + "   (left behind: no " + program + " has that number)");
      Files.delete(file);
    } catch (IOException e) {
      throw new FixFailedException(
          "the stale pid file " + file + " can't be removed: " + e.getMessage(), "rm " + file);
    }
  }

  private boolean isThatDaemon(String pid) throws IOException {
    Path name = Path.of("/proc", pid.replaceAll("\\D", ""), "comm");
    return !pid.isEmpty()
        && Files.isReadable(name)
        && Files.readString(name).strip().equals(program);
  }
}
