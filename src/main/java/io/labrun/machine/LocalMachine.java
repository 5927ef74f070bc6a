package io.labrun.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The machine for real. */
public final class LocalMachine implements Machine {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final String ADMIN_PATH = "/usr/local/sbin:/usr/sbin:/sbin";

  @Override
  public String env(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }

  @Override
  public boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  @Override
  public Map<String, String> osRelease() {
    Map<String, String> out = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(Path.of("/etc/os-release"))) {
      lines
          .map(line -> line.split("=", 2))
          .filter(pair -> pair.length == 2)
          .forEach(pair -> out.put(pair[0].strip(), pair[1].strip().replaceAll("^\"|\"$", "")));
    } catch (IOException | UncheckedIOException e) {
      return Map.of();
    }
    return out;
  }

  @Override
  public boolean exists(Path path) {
    return Files.exists(path);
  }

  @Override
  public boolean hasProgram(String name) {
    return Stream.of(path().split(":"))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  @Override
  public Ran run(Duration timeout, Path folder, List<String> command) {
    try {
      Path output = Files.createTempFile("labrun", ".out");
      try {
        return run(timeout, builder(command, output).directory(folder.toFile()), output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return new Ran(127, command.get(0) + " could not be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ran(130, command.get(0) + " was interrupted");
    }
  }

  @Override
  public Process startDetached(List<String> command, Path log) {
    List<String> words = new ArrayList<>(List.of("setsid"));
    words.addAll(command);
    try {
      return builder(words, log).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Process start(List<String> command, Map<String, String> variables) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", path());
    builder.environment().putAll(variables);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ran run(Duration timeout, ProcessBuilder builder, Path output)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return new Ran(ended ? process.exitValue() : 124, text);
    } finally {
      end(process);
    }
  }

  /** Told to end first: an {@code apt-get} that is killed leaves things half done. */
  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    try {
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      all.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  /** Output goes to a file: a child that outlives its parent can't hold up a pipe's reader. */
  private static ProcessBuilder builder(List<String> command, Path output) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", path());
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
  }

  private static String path() {
    String path = System.getenv("PATH");
    return path == null ? ADMIN_PATH + ":/usr/bin:/bin" : path + ":" + ADMIN_PATH;
  }
}
