package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.Leftover;
import io.labrun.source.Theme;
import org.junit.jupiter.api.Test;
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
    "step, labrun down lab-1a2b-web",
  })
  void each_kind_has_its_command(String kind, String command) {
    Leftover left = new Leftover(kind, "lab-1a2b-web", "busy");
    assertEquals(command, RemoveCommand.of(left, ReportSettings.usual(Theme.PLAIN)));
  }

  @Test
  void it_is_for_the_engine_of_the_run() {
    ReportSettings there = ReportSettings.usual(Theme.PLAIN).on(EngineWay.host("tcp://lab:2375"));
    Leftover volume = new Leftover("volume", "v", "busy");
    assertEquals("docker -H tcp://lab:2375 volume rm v", RemoveCommand.of(volume, there));
    Leftover run = new Leftover("run", "lab-1a2b", "busy");
    assertEquals("labrun down lab-1a2b --host tcp://lab:2375", RemoveCommand.of(run, there));
    ReportSettings context = there.on(EngineWay.context("lab"));
    assertEquals("docker --context lab volume rm v", RemoveCommand.of(volume, context));
    assertEquals("DOCKER_CONTEXT=lab labrun down lab-1a2b", RemoveCommand.of(run, context));
  }
}
