package io.labrun.docker.relay;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The system's own ssh, so that its configuration, agents, known hosts and jump hosts all count.
 *
 * @param words the program and its first options, as a shell reads them
 * @param environment its variables
 */
public record SshProgram(String words, Map<String, String> environment) {
  /** The variable that names another program, or options for it. */
  public static final String VARIABLE = "LABRUN_SSH";

  private static final long CHECK_SECONDS = 5;

  /** The one that the environment names, or {@code ssh}. */
  public static SshProgram in(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return new SshProgram(named.isBlank() ? "ssh" : named, Map.copyOf(environment));
  }

  /**
   * Starts it. Ctrl-C is not for it but for labrun, which needs the connection to remove what it
   * made: a signal that is ignored stays so in what a shell becomes.
   */
  Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", "trap '' INT QUIT HUP TERM; exec " + words + " \"$@\""));
    command.add("labrun");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Whether the user has a connection to a machine open that further ones are to share. */
  boolean hasConnection(SshTarget target) {
    List<String> arguments = new ArrayList<>(List.of("-O", "check"));
    arguments.addAll(target.words());
    return succeeds(arguments);
  }

  /** Runs it to its end, without input, and tells whether that was a success. */
  boolean succeeds(List<String> arguments) {
    try {
      Process process = start(arguments);
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream();
          InputStream errors = process.getErrorStream()) {
        return process.waitFor(CHECK_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
