package io.labrun.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.machine.Machine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.NoEngineException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EngineCheckTest {

  private static Finding examine(Machine machine, Kind kind) {
    return examine(machine, new EngineException(kind, "no engine answers"));
  }

  private static Finding examine(Machine machine, EngineException trouble) {
    Patient patient =
        new Patient(
            machine,
            () -> {
              throw trouble;
            },
            List.of("busybox"),
            false);
    return new EngineCheck().examine(patient).get(0);
  }

  private static String command(Machine machine, Kind kind) {
    return examine(machine, kind).command().orElseThrow();
  }

  @Test
  void says_what_the_connection_said() {
    Finding finding =
        examine(new FakeMachine(FakeMachine.DEBIAN, true, Set.of("apt-get")), Kind.UNREACHABLE);
    assertEquals(Finding.State.MISSING, finding.state());
    assertEquals("no engine answers", finding.meaning());
  }

  @Test
  void lists_what_was_tried_and_installs_nothing_where_an_engine_is_named() {
    List<String> tried = List.of("DOCKER_HOST (not set)", "Podman: no such file");
    FakeMachine bare = new FakeMachine(FakeMachine.DEBIAN, true, Set.of("apt-get"));
    Finding usual = examine(bare, new NoEngineException("none answers", tried, false));
    assertEquals(tried, usual.details());
    assertEquals(Optional.of("labrun doctor --fix"), usual.command());
    Finding named = examine(bare, new NoEngineException("none answers", tried, true));
    assertEquals(tried, named.details());
    assertEquals(Optional.empty(), named.command());
  }

  @Test
  void names_the_command_that_mends_it_here() {
    FakeMachine bare = new FakeMachine(FakeMachine.DEBIAN, true, Set.of("apt-get"));
    FakeMachine user = new FakeMachine(FakeMachine.DEBIAN, false, Set.of("apt-get"));
    FakeMachine other = new FakeMachine(FakeMachine.FEDORA, true, Set.of());
    assertEquals("labrun doctor --fix", command(bare, Kind.UNREACHABLE));
    assertEquals("sudo labrun doctor --fix", command(user, Kind.UNREACHABLE));
    assertEquals("see https://docs.docker.com/engine/install/", command(other, Kind.UNREACHABLE));
  }

  @Test
  void a_refused_user_is_told_of_the_group() {
    FakeMachine user = new FakeMachine(FakeMachine.DEBIAN, false, Set.of("apt-get", "dockerd"));
    assertEquals(
        "sudo usermod -aG docker \"$USER\"   # then log in again", command(user, Kind.DENIED));
  }
}
