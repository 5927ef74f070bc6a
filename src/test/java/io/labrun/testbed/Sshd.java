package io.labrun.testbed;

import io.labrun.machine.LocalMachine;
import io.labrun.machine.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real sshd on loopback, with keys of its own, and a configuration of ssh's for those who are to
 * get there; the user's own keys and settings are neither read nor written.
 */
public final class Sshd implements AutoCloseable {
  /** The machine's name in ssh's configuration. */
  public static final String HOST = "lab2";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> INSTALL =
      List.of("apt-get", "install", "-y", "--no-install-recommends", "openssh-server");

  private final Path folder;
  private final int port;
  private final Process process;

  /**
   * Starts one.
   *
   * @param folder for its files
   * @param settings further lines of its configuration
   */
  public Sshd(Path folder, String... settings) throws IOException, InterruptedException {
    this.folder = folder;
    this.port = freePort();
    for (String key : List.of("host", "user")) {
      run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString());
    }
    Files.copy(folder.resolve("user.pub"), folder.resolve("authorized_keys"));
    Files.writeString(folder.resolve("sshd_config"), serverSettings(List.of(settings)));
    know("host.pub");
    Files.writeString(folder.resolve("config"), clientSettings());
    this.process = start();
  }

  /**
   * Why none can be started here; empty where one can. Installs it where that is possible and
   * starts nothing.
   */
  public static synchronized Optional<String> missing() {
    Machine machine = new LocalMachine();
    if (machine.hasProgram("sshd") && machine.hasProgram("ssh")) {
      return Optional.empty();
    }
    if (!machine.isDebian() || !machine.isRoot() || machine.hasSystemd()) {
      return Optional.of(
          "there is no sshd here, and only root may install it, on a Debian that"
              + " does not start it at once: apt-get install openssh-server");
    }
    Testbed.say(String.join(" ", INSTALL));
    Machine.Ran ran = Apt.alone(() -> machine.run(PATIENCE, Path.of("/"), INSTALL));
    return ran.ok() ? Optional.empty() : Optional.of(ran.lastLines(3));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String serverSettings(List<String> more) {
    List<String> lines = new ArrayList<>(more);
    lines.add("LogLevel VERBOSE");
    lines.add("Port " + port);
    lines.add("ListenAddress 127.0.0.1");
    lines.add("HostKey " + folder.resolve("host"));
    lines.add("PidFile none");
    lines.add("AuthorizedKeysFile " + folder.resolve("authorized_keys"));
    lines.add("StrictModes no");
    lines.add("UsePAM no");
    lines.add("PasswordAuthentication no");
    lines.add("KbdInteractiveAuthentication no");
    lines.add("PermitRootLogin prohibit-password");
    return String.join("\n", lines) + "\n";
  }

  private String clientSettings() {
    return """
        Host %s
          HostName 127.0.0.1
          Port %d
        Host *
          IdentityFile %s
          IdentitiesOnly yes
          IdentityAgent none
          UserKnownHostsFile %s
          GlobalKnownHostsFile /dev/null
          ControlPath %s
        """
        .formatted(
            HOST, port, folder.resolve("user"), folder.resolve("known_hosts"), folder.resolve("c"));
  }

  /** Notes a public key as the host's; {@code user.pub} is a wrong one. */
  public void know(String publicKey) throws IOException {
    String key = Files.readString(folder.resolve(publicKey));
    Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + key);
  }

  /** Forgets the host's key. */
  public void forget() throws IOException {
    Files.writeString(folder.resolve("known_hosts"), "");
  }

  /** Lets nobody in any more. */
  public void lock() throws IOException {
    Files.writeString(folder.resolve("authorized_keys"), "");
  }

  private Process start() throws IOException, InterruptedException {
    if (new LocalMachine().isRoot()) {
      // Where sshd of Debian keeps its children that are not yet let in.
      Files.createDirectories(Path.of("/run/sshd"));
    }
    // sshd wants to be called by its whole path.
    String program = Files.exists(Path.of("/usr/sbin/sshd")) ? "/usr/sbin/sshd" : "/usr/bin/sshd";
    Path log = folder.resolve("sshd.log");
    Process started =
        new ProcessBuilder(program, "-D", "-e", "-f", folder.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    while (!Files.readString(log).contains("Server listening")) {
      if (!started.isAlive()) {
        throw new IOException("sshd has ended: " + Files.readString(log));
      }
      Thread.sleep(20);
    }
    return started;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + out);
    }
  }

  /** A connection that the user keeps open for further ones to share. */
  public Process sharedConnection() throws IOException, InterruptedException {
    Path config = folder.resolve("config");
    Process kept =
        new ProcessBuilder("ssh", "-F", config.toString(), "-M", "-N", "--", HOST)
            .redirectErrorStream(true)
            .start();
    while (!Files.exists(folder.resolve("c")) && kept.isAlive()) {
      Thread.sleep(20);
    }
    return kept;
  }

  /** How many secured connections it has taken. */
  public long connections() throws IOException {
    return logged("Accepted publickey");
  }

  /** How many programs it was asked to start. */
  public long programs() throws IOException {
    return logged("Starting session: command");
  }

  private long logged(String words) throws IOException {
    String log = Files.readString(folder.resolve("sshd.log"));
    return log.lines().filter(line -> line.contains(words)).count();
  }

  /** The port that it listens on. */
  public int port() {
    return port;
  }

  /** The variables of a user whose ssh has this configuration. */
  public Map<String, String> environment() {
    Map<String, String> out = new HashMap<>(System.getenv());
    out.remove("DOCKER_HOST");
    out.put("LABRUN_SSH", "ssh -F '" + folder.resolve("config") + "'");
    return out;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
