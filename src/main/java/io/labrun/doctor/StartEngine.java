package io.labrun.doctor;

import io.labrun.machine.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts an installed engine that does not run: through systemd, or else by itself. */
final class StartEngine implements DoctorFix {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int LINES_OF_LOG = 8;

  private final Path log;
  private final List<StalePidFile> pidFiles;

  /** Starts Docker's own engine. */
  public StartEngine() {
    this(
        Path.of("/var/log/labrun-dockerd.log"),
        List.of(
            new StalePidFile(Path.of("/var/run/docker.pid"), "dockerd"),
            new StalePidFile(Path.of("/var/run/docker/containerd/containerd.pid"), "containerd")));
  }

  StartEngine(Path log, List<StalePidFile> pidFiles) {
    this.log = log;
    this.pidFiles = pidFiles;
  }

  @Override
  public void mend(Patient patient, Consumer<String> say) {
    if (patient.engine().isPresent()) {
      return;
    }
    EngineElsewhere.refuse(patient);
    Machine machine = patient.machine();
    if (!machine.isRoot()) {
      throw new FixFailedException(
          "the engine does not run, and only root may start it", "sudo labrun doctor --fix");
    }
    if (machine.hasSystemd()) {
      throughSystemd(machine, say);
      await(patient, Optional.empty());
    } else {
      pidFiles.forEach(file -> file.removeIfStale(say));
      say.accept("dockerd, detached; its log is " + log);
      await(patient, Optional.of(machine.startDetached(List.of("dockerd"), log)));
    }
  }

  private static void throughSystemd(Machine machine, Consumer<String> say) {
    say.accept("systemctl start docker");
    Machine.Ran ran = machine.run(PATIENCE, Path.of("/"), List.of("systemctl", "start", "docker"));
    if (!ran.ok()) {
      throw new FixFailedException(
          "`systemctl start docker` failed:\n" + ran.lastLines(LINES_OF_LOG),
          "journalctl -u docker -n 50");
    }
  }

  private void await(Patient patient, Optional<Process> dockerd) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (patient.engine().isEmpty()) {
      // setsid ends at once where it has to fork, so only an end with an error says something.
      boolean died = dockerd.filter(p -> !p.isAlive() && p.exitValue() != 0).isPresent();
      if (died || System.nanoTime() > deadline) {
        throw new FixFailedException(
            (died ? "dockerd ended at once" : "dockerd does not answer after a minute")
                + lastWords(),
            "read " + log);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FixFailedException("interrupted while the engine was starting", "try again");
    }
  }

  private String lastWords() {
    try {
      return ":\n" + new Machine.Ran(1, Files.readString(log)).lastLines(LINES_OF_LOG);
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }
}
