package io.labrun.doctor;

import io.labrun.machine.Machine;
import io.labrun.run.engine.BuildRequest;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An image that does what the official busybox does where scenarios rely on it, made of Debian's
 * package busybox-static.
 */
final class DebianBusybox {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PACKAGE = "busybox-static";
  private static final String LOAD_A_FILE =
      "docker load it from a file that `docker save busybox` wrote on another machine";

  private final Machine machine;
  private final Consumer<String> say;

  DebianBusybox(Machine machine, Consumer<String> say) {
    this.machine = machine;
    this.say = say;
  }

  /**
   * Builds it on an engine under a reference.
   *
   * @throws FixFailedException if this is not Debian, if the engine's machine has other processors
   *     than this one, or if anything on the way fails
   */
  void buildOn(Engine engine, String reference) {
    if (!machine.isDebian()) {
      throw new FixFailedException(
          "no registry answers, and only Debian and Ubuntu have another source of busybox",
          LOAD_A_FILE);
    }
    String here = run(Path.of("/"), List.of("uname", "-m")).strip();
    String there = engine.facts().architecture();
    if (!here.equals(there)) {
      throw new FixFailedException(
          "no registry answers, and this machine's busybox is for %s, the engine's for %s"
              .formatted(here, there),
          LOAD_A_FILE);
    }
    try {
      Path folder = Files.createTempDirectory("labrun-busybox");
      try {
        build(engine, reference, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new FixFailedException(
          "busybox could not be put together: " + e.getMessage(), "see whether the disk is full");
    }
  }

  private void build(Engine engine, String reference, Path folder) throws IOException {
    Path deb = download(Files.createDirectory(folder.resolve("deb")));
    Path root = Files.createDirectory(folder.resolve("unpacked"));
    run(folder, List.of("dpkg", "-x", deb.toString(), root.toString()));
    Path context = Files.createDirectory(folder.resolve("context"));
    new BusyboxTree(folder.resolve("root")).plant(binary(root), this::applets);
    pack(folder.resolve("root"), context.resolve("root.tar"));
    Files.writeString(context.resolve("Dockerfile"), dockerfile(deb));
    Path tar = folder.resolve("context.tar");
    pack(context, tar);
    say.accept("docker build -t " + reference + "   (from " + deb.getFileName() + ")");
    try (InputStream in = Files.newInputStream(tar)) {
      engine.build(BuildRequest.of(reference), in, progress -> {});
    } catch (EngineException e) {
      throw new FixFailedException(
          "the engine could not build busybox: " + e.getMessage(), "read the engine's log");
    }
  }

  private Path download(Path folder) throws IOException {
    say.accept("apt-get download " + PACKAGE);
    List<String> download = List.of("apt-get", "download", PACKAGE);
    if (!machine.run(PATIENCE, folder, download).ok()) {
      // On a fresh machine apt knows no packages before it has fetched its lists.
      say.accept("apt-get update");
      run(folder, List.of("apt-get", "update"));
      run(folder, download);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow(() -> new IOException("apt-get left no package"));
    }
  }

  /** From Debian 13 on all programs are under /usr. */
  private static Path binary(Path root) {
    Path old = root.resolve("bin/busybox");
    return Files.exists(old) ? old : root.resolve("usr/bin/busybox");
  }

  private List<String> applets(Path busybox) {
    return run(busybox.getParent(), List.of(busybox.toString(), "--list")).lines().toList();
  }

  private void pack(Path folder, Path tar) {
    run(
        folder,
        List.of(
            "tar",
            "--create",
            "--file",
            tar.toString(),
            "--sort=name",
            "--mtime=@0",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            "."));
  }

  private static String dockerfile(Path deb) {
    return """
        FROM scratch
        ADD root.tar /
        LABEL io.labrun.made-from="%s"
        CMD ["sh"]
        """
        .formatted(deb.getFileName());
  }

  private String run(Path folder, List<String> command) {
    Machine.Ran ran = machine.run(PATIENCE, folder, command);
    if (!ran.ok()) {
      String words = String.join(" ", command);
      throw new FixFailedException(
          "`" + words + "` failed with exit code " + ran.exitCode() + ":\n" + ran.lastLines(5),
          "run it by hand and read what it says");
    }
    return ran.output();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
