package io.labrun.run.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines are Docker 20.10's and 26.1's own. */
final class EngineLogTest {
  private static final String START =
      "time=\"2026-11-26T09:00:00.1Z\" level=info msg=\"Starting up\"";

  @Test
  void what_the_engine_says_at_its_end_is_told() {
    assertEquals(
        List.of(
            "failed to start daemon: Error initializing network controller: error obtaining"
                + " controller instance: failed to create NAT chain DOCKER"),
        EngineLog.telling(
            List.of(
                START,
                "time=\"2026-11-26T09:00:01Z\" level=warning msg=\"Your kernel does not support swap\"",
                "failed to start daemon: Error initializing network controller: error obtaining"
                    + " controller instance: failed to create NAT chain DOCKER")));
  }

  @Test
  void an_error_is_told_without_its_time_and_level() {
    assertEquals(
        List.of(
            "failed to mount \"overlay\": operation not permitted", "graph driver: no space left"),
        EngineLog.telling(
            List.of(
                "time=\"2026-11-26T09:00:00Z\" level=error msg=older",
                "time=\"2026-11-26T09:00:00Z\" level=error msg=\"failed to mount \\\"overlay\\\"\""
                    + " error=\"operation not permitted\" storage-driver=overlay2",
                START,
                "time=\"2026-11-26T09:00:00Z\" level=fatal msg=\"graph driver: no space left\"")));
  }

  @Test
  void a_program_that_is_no_engine_is_heard_too() {
    assertEquals(
        List.of("/engine.sh: exec: line 31: dockerd: not found"),
        EngineLog.telling(List.of("/engine.sh: exec: line 31: dockerd: not found")));
  }

  @Test
  void without_an_error_the_last_lines_stand_for_it() {
    assertEquals(
        List.of(START + "2", START + "3"),
        EngineLog.telling(List.of(START, START + "2", START + "3")));
    assertEquals(List.of(), EngineLog.telling(List.of()));
  }
}
