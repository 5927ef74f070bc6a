package io.labrun.docker.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections to an engine on another machine: {@code docker system dial-stdio}, run there by ssh
 * for each, as the docker CLI does it.
 *
 * <p>They share secured connections, whose handshakes take longer than all else, and those are made
 * one after another: sshd drops some of many that come at once ({@code MaxStartups}). Where the
 * user has a connection open that is to be shared, that is used, and never one of ours left to
 * them.
 */
public final class SshDial implements Dial {
  private static final int CONNECT_SECONDS = 20;
  private static final Duration UNATTENDED = Duration.ofSeconds(2 * CONNECT_SECONDS);
  private static final Duration ATTENDED = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 10;

  /** So many further connections tell that there will be more, as commands take one each. */
  private static final int WORTH_IT = 2;

  private final SshTarget target;
  private final SshProgram program;
  private final boolean attended;
  private final PrivateFolder folder;
  private final Set<ProcessLine> running = ConcurrentHashMap.newKeySet();
  private final List<SshTrunk> trunks = new ArrayList<>();
  private Optional<Boolean> usersOwn = Optional.empty();
  private int opened;
  private int further;
  private volatile Optional<SshForward> forward = Optional.empty();
  private volatile boolean closed;

  /**
   * Prepares; nothing is started yet.
   *
   * @param attended whether somebody is there to type a passphrase
   * @throws IOException if there is no place for the sockets of shared connections
   */
  public SshDial(SshTarget target, SshProgram program, boolean attended) throws IOException {
    this.target = target;
    this.program = program;
    this.attended = attended;
    this.folder = new PrivateFolder();
  }

  /** How long the engine may take to give its first answer. */
  public Duration patience() {
    return attended ? ATTENDED : UNATTENDED;
  }

  @Override
  public Line open() throws IOException {
    Optional<SshForward> quick = forward;
    if (quick.isPresent()) {
      try {
        return quick.get().open();
      } catch (IOException e) {
        // The connection that it was a part of has ended.
        forward = Optional.empty();
      }
    }
    return openProgram();
  }

  private synchronized Line openProgram() throws IOException {
    if (usersOwn.isEmpty()) {
      usersOwn = Optional.of(program.hasConnection(target));
    }
    if (usersOwn.get()) {
      return start(List.of("-o", "ControlMaster=no"), true);
    }
    trunks.removeIf(trunk -> !trunk.isAlive());
    Optional<SshTrunk> trunk = trunks.stream().filter(SshTrunk::hasRoom).findFirst();
    if (trunk.isEmpty()) {
      return openTrunk();
    }
    ProcessLine line = start(sharing(trunk.get().socket(), "no"), true);
    trunk.get().add(line);
    if (++further == WORTH_IT) {
      Thread thread = new Thread(() -> findForward(trunk.get()), "engine-relay-forward");
      thread.setDaemon(true);
      thread.start();
    }
    return line;
  }

  /** Looks for a quicker way; until there is one, or where none is, programs do. */
  private void findForward(SshTrunk trunk) {
    try {
      Path local = folder.socket("forward" + opened);
      Optional<SshForward> found = SshForward.begin(program, target, trunk.socket(), local);
      if (found.isPresent() && found.get().leadsWhere(openProgram())) {
        forward = found;
      }
    } catch (IOException e) {
      // The other side does not allow it, or the connection has ended.
    }
  }

  private Line openTrunk() throws IOException {
    Path socket = folder.socket("ssh" + opened);
    ProcessLine line = start(sharing(socket, "yes"), false);
    SshTrunk trunk = new SshTrunk(socket, line);
    trunks.add(trunk);
    further = 0;
    long end = System.nanoTime() + patience().toNanos();
    while (trunk.isOnItsWay() && !closed && System.nanoTime() < end) {
      pause();
    }
    return line;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("connecting was interrupted", e);
    }
  }

  private static List<String> sharing(Path socket, String master) {
    return List.of(
        "-S", socket.toString(), "-o", "ControlMaster=" + master, "-o", "ControlPersist=no");
  }

  private ProcessLine start(List<String> sharing, boolean alone) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-T"));
    // Only the first may ask: later ones would ask into the middle of a run.
    String silent = attended && opened == 0 ? "no" : "yes";
    for (String setting :
        List.of(
            "BatchMode=" + silent,
            "ConnectTimeout=" + CONNECT_SECONDS,
            "ClearAllForwardings=yes",
            "RemoteCommand=none")) {
      arguments.addAll(List.of("-o", setting));
    }
    arguments.addAll(sharing);
    arguments.addAll(target.words());
    arguments.add(target.command());
    ProcessLine line = new ProcessLine(program.start(arguments), alone);
    opened++;
    running.add(line);
    line.whenEnded(() -> running.remove(line));
    if (closed) {
      line.end();
    }
    return line;
  }

  @Override
  public String explain(String said) {
    return SshWords.explain(target, said);
  }

  @Override
  public void close() {
    closed = true;
    running.forEach(ProcessLine::end);
    folder.close();
  }
}
