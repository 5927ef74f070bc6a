package io.labrun.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The machine that labrun runs on, as far as labrun may touch it. */
public interface Machine {

  /** The value of a variable of the environment; empty text where it is not set. */
  String env(String name);

  /** Whether labrun may install things. */
  boolean isRoot();

  /** What {@code /etc/os-release} says, by key and without quotes; empty where there is none. */
  Map<String, String> osRelease();

  /** Whether a file or folder is there. */
  boolean exists(Path path);

  /** Whether a program is found on the PATH or in the folders of a system's administrator. */
  boolean hasProgram(String name);

  /**
   * Runs a program to its end.
   *
   * @return its output, both streams together, and its exit code; 127 if it could not be started,
   *     124 if it had not ended in time and was killed
   */
  Ran run(Duration timeout, Path folder, List<String> command);

  /**
   * Starts a program that lives on by itself, in a session of its own.
   *
   * @param log gets what it prints
   */
  Process startDetached(List<String> command, Path log);

  /**
   * Starts a program whose input and output the caller holds; both its outputs are one.
   *
   * @param variables are set for it, besides those of this process
   */
  Process start(List<String> command, Map<String, String> variables);

  /**
   * What a program did.
   *
   * @param exitCode 0 where all went well
   * @param output what it printed
   */
  record Ran(int exitCode, String output) {

    /** Whether all went well. */
    public boolean ok() {
      return exitCode == 0;
    }

    /** The last lines of its output, where the reason of a failure stands. */
    public String lastLines(int count) {
      List<String> lines = output.strip().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
  }

  /** Whether this is Debian or made from it, so that {@code apt-get} installs things. */
  default boolean isDebian() {
    Map<String, String> os = osRelease();
    String kin = os.getOrDefault("ID", "") + " " + os.getOrDefault("ID_LIKE", "");
    return List.of(kin.split("\\s+")).contains("debian") && hasProgram("apt-get");
  }

  /** Whether systemd looks after the services. */
  default boolean hasSystemd() {
    return exists(Path.of("/run/systemd/system"));
  }
}
