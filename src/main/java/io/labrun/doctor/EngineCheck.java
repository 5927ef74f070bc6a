package io.labrun.doctor;

import io.labrun.machine.Machine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.NoEngineException;
import java.util.List;
import java.util.Optional;

/** An engine answers, and speaks an API version that labrun does. */
final class EngineCheck implements DoctorCheck {
  private static final String SUBJECT = "engine";

  @Override
  public List<Finding> examine(Patient patient) {
    return patient
        .engine()
        .map(engine -> List.of(answers(engine.facts())))
        .orElseGet(() -> List.of(silent(patient)));
  }

  private static Finding answers(EngineFacts facts) {
    String words =
        "%s → %s: %s %s answers, API %s, %s on %s, kernel %s"
            .formatted(
                facts.addressFrom(),
                facts.address(),
                facts.product().title(),
                facts.version(),
                facts.apiVersion(),
                facts.operatingSystem(),
                facts.architecture(),
                facts.kernel());
    if (!facts.osType().equals("linux")) {
      String meaning = words + "; labs are made of Linux containers, and this engine has others";
      return Finding.degraded(SUBJECT, meaning, "docker context use NAME   # one with Linux");
    }
    return Finding.ok(SUBJECT, words);
  }

  private static Finding silent(Patient patient) {
    EngineException trouble = patient.trouble().orElseThrow();
    List<String> tried = trouble instanceof NoEngineException none ? none.tried() : List.of();
    Optional<String> command =
        trouble instanceof NoEngineException none && none.isNamed()
            ? Optional.empty()
            : Optional.of(command(patient.machine(), trouble));
    return new Finding(SUBJECT, Finding.State.MISSING, trouble.getMessage(), tried, command);
  }

  private static String command(Machine machine, EngineException trouble) {
    if (trouble.kind() == EngineException.Kind.DENIED) {
      return "sudo usermod -aG docker \"$USER\"   # then log in again";
    }
    if (machine.hasProgram("dockerd")) {
      return machine.hasSystemd() ? "sudo systemctl start docker" : asRoot(machine);
    }
    if (machine.isDebian()) {
      return asRoot(machine);
    }
    return "see https://docs.docker.com/engine/install/";
  }

  private static String asRoot(Machine machine) {
    return machine.isRoot() ? "labrun doctor --fix" : "sudo labrun doctor --fix";
  }
}
