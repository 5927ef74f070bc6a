package io.labrun.matrix;

import io.labrun.docker.DockerConnector;
import io.labrun.docker.Surroundings;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An engine that is started for the tests beside the machine's own, in namespaces of its own.
 *
 * <p>It lives as long as the process that started it holds its input open: when that ends, even
 * killed, the engine ends too, and nothing of it stays ({@code src/test/matrix/engine.sh}).
 */
final class OtherEngine implements AutoCloseable {
  private static final Path SCRIPTS = Path.of("src/test/matrix").toAbsolutePath();
  private static final long START_SECONDS = 60;
  private static final long END_SECONDS = 60;

  private final Process process;
  private final Path folder;

  private OtherEngine(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts one.
   *
   * @param name {@code docker-*} or {@code podman-*}
   * @param root its unpacked programs
   * @param folder for its data; made here, and gone when it has ended
   */
  static OtherEngine start(String name, Path root, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    List<String> command =
        List.of("sh", SCRIPTS + "/engine.sh", name, root.toString(), folder.toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(note(folder)).start();
    OtherEngine engine = new OtherEngine(process, folder);
    try {
      engine.awaitAnswer();
      return engine;
    } catch (IOException | InterruptedException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  /** Unpacks the programs of a Debian release, once. */
  static void unpack(String release, Path root, List<String> packages)
      throws IOException, InterruptedException {
    if (Files.isDirectory(root)) {
      return;
    }
    Files.createDirectories(root.getParent());
    List<String> command =
        new ArrayList<>(List.of("sh", SCRIPTS + "/unpack.sh", release, root.toString()));
    command.addAll(packages);
    run(command);
  }

  private static java.io.File note(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".txt").toFile();
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < end && process.isAlive()) {
      try (Engine engine = connect()) {
        engine.facts();
        return;
      } catch (EngineException e) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IOException("it did not start: " + log());
  }

  private String log() throws IOException {
    Path log = folder.resolve("log");
    String own = Files.readString(note(folder).toPath());
    return own + (Files.exists(log) ? Files.readString(log) : "");
  }

  /** Connects to it; the caller closes it. */
  Engine connect() {
    Path home = Path.of(System.getProperty("user.home"));
    return new DockerConnector(Surroundings.of(Map.of(), home)).connect(Optional.of(host()));
  }

  private String host() {
    return "unix://" + folder.resolve("engine.sock");
  }

  /** Brings images over from the machine's own engine. */
  void bring(List<String> images) throws IOException, InterruptedException {
    String names = String.join(" ", images);
    run(List.of("sh", "-c", "docker save " + names + " | docker --host " + host() + " load"));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + output);
    }
  }

  /** Ends it, and waits until all of it is gone. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("it did not end: " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (Files.exists(folder)) {
      throw new IOException("something of it is left in " + folder);
    }
  }
}
