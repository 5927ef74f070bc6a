package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.Leftover;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left behind is shown with the command that removes it. */
final class RemoveCommandTest {
  @ParameterizedTest
  @CsvSource({
    "container, docker rm -fv lab-1a2b-web",
    "host, docker rm -fv lab-1a2b-web",
    "network, docker network rm lab-1a2b-web",
    "volume, docker volume rm lab-1a2b-web",
    "run, labrun down lab-1a2b-web",
    "folder, rm -r lab-1a2b-web",
    "step, docker ps -a --filter label=io.labrun.step.lab-1a2b-web",
  })
  void each_kind_has_its_command(String kind, String command) {
    assertEquals(command, RemoveCommand.of(new Leftover(kind, "lab-1a2b-web", "busy")));
  }
}
