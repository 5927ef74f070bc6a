package io.labrun.doctor;

import io.labrun.machine.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Installs the engine from Debian's or Ubuntu's own packages where there is none. */
final class InstallEngine implements DoctorFix {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final List<String> INSTALL =
      List.of("apt-get", "install", "-y", "--no-install-recommends", "docker.io", "iptables");

  @Override
  public void mend(Patient patient, Consumer<String> say) {
    Machine machine = patient.machine();
    if (patient.engine().isPresent() || machine.hasProgram("dockerd")) {
      return;
    }
    EngineElsewhere.refuse(patient);
    if (!machine.isDebian()) {
      throw new FixFailedException(
          "no engine is installed, and this is neither Debian nor Ubuntu",
          "install one: https://docs.docker.com/engine/install/");
    }
    if (!machine.isRoot()) {
      throw new FixFailedException(
          "no engine is installed, and only root may install one", "sudo labrun doctor --fix");
    }
    apt(machine, say, List.of("apt-get", "update"));
    apt(machine, say, INSTALL);
  }

  private static void apt(Machine machine, Consumer<String> say, List<String> command) {
    String words = String.join(" ", command);
    say.accept(words);
    Machine.Ran ran = machine.run(PATIENCE, Path.of("/"), command);
    if (!ran.ok()) {
      throw new FixFailedException(
          "`" + words + "` failed with exit code " + ran.exitCode() + ":\n" + ran.lastLines(5),
          "run it by hand and read what it says");
    }
  }
}
