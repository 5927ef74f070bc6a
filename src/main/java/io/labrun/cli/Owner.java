package io.labrun.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process that made a run, as the label {@code io.labrun.owner} names it: {@code
 * user@host:pid:start}.
 *
 * @param user who ran it
 * @param host on which machine
 * @param pid its number there
 * @param start when it started, in a measure of that machine: tells it from a later process with
 *     the same number
 */
record Owner(String user, String host, long pid, String start) {

  /** This process. */
  static Owner current() {
    long pid = ProcessHandle.current().pid();
    String user = System.getProperty("user.name", "");
    return new Owner(user, hostName(), pid, startOf(pid).orElse(""));
  }

  /** Reads a label; empty if the text is none. */
  static Optional<Owner> parse(String label) {
    int at = label.lastIndexOf('@');
    String[] parts = label.substring(at + 1).split(":", -1);
    if (at < 0 || parts.length != 3 || !parts[1].matches("\\d{1,10}")) {
      return Optional.empty();
    }
    return Optional.of(
        new Owner(label.substring(0, at), parts[0], Long.parseLong(parts[1]), parts[2]));
  }

  /** Whether the process that a label names may still run: it does, or ran on another machine. */
  static boolean mayRun(String label) {
    return parse(label).filter(owner -> !owner.isHere() || owner.isAlive()).isPresent();
  }

  /** Whether it ran on this machine, so that what follows can be said at all. */
  boolean isHere() {
    return host.equals(hostName());
  }

  /** Whether it runs; false for a process of another machine. */
  boolean isAlive() {
    return isHere() && startOf(pid).filter(start::equals).isPresent();
  }

  /** As the label says it. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + pid + ":" + start;
  }

  private static String hostName() {
    return read(Path.of("/proc/sys/kernel/hostname"))
        .map(String::strip)
        .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
        .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
        .orElse("localhost");
  }

  /** The 22nd field of {@code /proc/PID/stat} (proc(5)); elsewhere the second it started in. */
  private static Optional<String> startOf(long pid) {
    Optional<String> stat = read(Path.of("/proc", Long.toString(pid), "stat"));
    if (stat.isPresent()) {
      String afterName = stat.get().substring(stat.get().lastIndexOf(')') + 2);
      return Optional.of(afterName.split(" ")[19]);
    }
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .map(start -> Long.toString(start.getEpochSecond()));
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }
}
