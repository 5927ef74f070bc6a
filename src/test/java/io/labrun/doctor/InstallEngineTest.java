package io.labrun.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.machine.Machine;
import io.labrun.run.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class InstallEngineTest {
  private static final Set<String> APT = Set.of("apt-get");

  private final List<String> said = new ArrayList<>();

  private void mend(Machine machine) {
    Patient patient =
        new Patient(
            machine,
            () -> {
              throw new EngineException(EngineException.Kind.UNREACHABLE, "no engine answers");
            },
            List.of("busybox"),
            false);
    new InstallEngine().mend(patient, said::add);
  }

  @Test
  void installs_from_debian_and_says_each_command_first() {
    FakeMachine machine = new FakeMachine(FakeMachine.DEBIAN, true, APT);
    mend(machine);
    assertEquals(
        List.of("apt-get update", "apt-get install -y --no-install-recommends docker.io iptables"),
        machine.ran);
    assertEquals(machine.ran, said);
  }

  @Test
  void leaves_an_installed_engine_alone() {
    FakeMachine machine = new FakeMachine(FakeMachine.DEBIAN, true, Set.of("apt-get", "dockerd"));
    mend(machine);
    assertEquals(List.of(), machine.ran);
  }

  @Test
  void does_nothing_without_root() {
    FakeMachine machine = new FakeMachine(FakeMachine.DEBIAN, false, APT);
    FixFailedException e = assertThrows(FixFailedException.class, () -> mend(machine));
    assertEquals("sudo labrun doctor --fix", e.help());
    assertEquals(List.of(), machine.ran);
  }

  @Test
  void does_nothing_on_other_systems() {
    FakeMachine machine = new FakeMachine(FakeMachine.FEDORA, true, Set.of());
    FixFailedException e = assertThrows(FixFailedException.class, () -> mend(machine));
    assertTrue(e.help().contains("docs.docker.com"), e.help());
  }

  @Test
  void does_nothing_where_the_user_named_another_engine() {
    FakeMachine machine =
        new FakeMachine(FakeMachine.DEBIAN, true, APT).with("DOCKER_HOST", "tcp://10.0.0.9:2376");
    FixFailedException e = assertThrows(FixFailedException.class, () -> mend(machine));
    assertTrue(e.getMessage().startsWith("DOCKER_HOST is tcp://10.0.0.9:2376"), e.getMessage());
    assertEquals(List.of(), machine.ran);
  }

  @Test
  void a_failed_installation_shows_what_apt_said() {
    FakeMachine machine = new FakeMachine(FakeMachine.DEBIAN, true, APT).whereAllFails();
    FixFailedException e = assertThrows(FixFailedException.class, () -> mend(machine));
    assertEquals(
        "`apt-get update` failed with exit code 100:\nE: Unable to locate package", e.getMessage());
  }
}
