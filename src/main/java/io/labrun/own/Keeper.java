package io.labrun.own;

import io.labrun.machine.Machine;
import io.labrun.own.way.Relay;
import io.labrun.run.engine.EngineException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process that keeps a private engine while labrun lives, and cleans up after it.
 *
 * <p>It is in a session of its own, so that Ctrl-C reaches labrun alone, and learns of labrun's end
 * by the end of its input, however that comes about.
 */
final class Keeper {
  /** Names the engine to all processes that belong to it. */
  static final String VARIABLE = "LABRUN_PRIVATE_ENGINE";

  private static final Duration BEGINNING = Duration.ofSeconds(60);
  private static final Duration ENDING = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(5);
  private static final int LINES_OF_LOG = 6;

  private final EngineFolder folder;
  private final Process process;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Keeper(EngineFolder folder, Process process) {
    this.folder = folder;
    this.process = process;
    Thread reader = new Thread(this::read, "labrun-keeper");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts an engine that has all it needs in its folder.
   *
   * @param proxy the URL of the proxy that it reaches registries through
   */
  static Keeper start(Machine machine, EngineFolder folder, String proxy) throws IOException {
    Files.writeString(folder.path().resolve("proxy"), proxy + "\n");
    List<String> command = new ArrayList<>(List.of("setsid", "sh", script("keeper.sh", folder)));
    command.addAll(List.of(folder.path().toString(), folder.name()));
    command.addAll(relay(folder));
    script("engine.sh", folder);
    return new Keeper(folder, machine.start(command, Map.of(VARIABLE, folder.name())));
  }

  /** A Java as small as it goes, with this program's own classes. */
  private static List<String> relay(EngineFolder folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Xmx24m",
        "-cp",
        classPath(),
        Relay.class.getName(),
        folder.wayOut().toString());
  }

  /** Whole paths, for the script changes to another folder. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Lays a script of ours into the folder and gives its path. */
  private static String script(String name, EngineFolder folder) throws IOException {
    Path script = folder.path().resolve(name);
    try (InputStream in = Keeper.class.getResourceAsStream(name)) {
      Files.copy(in, script);
    }
    return script.toString();
  }

  /** Anything it says, and its own end, means that the engine has ended. */
  private void read() {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      out.readLine();
      ended.countDown();
      out.readLine();
    } catch (IOException e) {
      ended.countDown();
    }
  }

  /**
   * Waits until the engine listens, which is a moment after its socket is there; it may then take
   * another to answer.
   *
   * @throws EngineException if it ends instead
   */
  void awaitSocket() throws InterruptedException {
    long deadline = System.nanoTime() + BEGINNING.toNanos();
    while (!listens()) {
      boolean over = ended.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      if (over || System.nanoTime() > deadline) {
        throw new EngineException(
            EngineException.Kind.UNREACHABLE,
            over ? "it ended at once" : "it does not answer within a minute");
      }
    }
  }

  private boolean listens() {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.socket()))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Why it did not start, with the last words of its log. */
  PrivateEngineException failure(String why) {
    String log = "";
    try {
      log = new Machine.Ran(1, Files.readString(folder.log())).lastLines(LINES_OF_LOG);
    } catch (IOException e) {
      // It did not get so far.
    }
    String words = log.isEmpty() ? "its log is empty" : log.replace("\n", "; ");
    return new PrivateEngineException(
        "the private engine did not start: " + why + ": " + words,
        "labrun doctor    says what is missing");
  }

  /** Ends the engine with all that runs on it; its folder stays until {@link #release}. */
  void end() throws InterruptedException {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    } catch (IOException e) {
      // The engine's own process 1 has ended already.
    }
    ended.await(ENDING.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets the folder be removed and waits for that. */
  void release() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended already.
    }
    process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS);
  }
}
