package io.labrun.run.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.run.engine.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read out of an engine's words about a container. */
final class ContainerStateTest {
  private static ContainerState checked(String status, int... exitCodes) {
    List<Map<String, Object>> log =
        IntStream.of(exitCodes)
            .mapToObj(code -> Map.<String, Object>of("ExitCode", code, "Output", "said " + code))
            .toList();
    Map<String, Object> health = Map.of("Test", List.of("CMD-SHELL", "look"));
    return new ContainerState(
        new Tree(
            Map.of(
                "Config", Map.of("Healthcheck", health),
                "State", Map.of("Status", status, "Health", Map.of("Log", log)))));
  }

  private static List<String> failed(int code) {
    return List.of("its health check `look` failed with exit code " + code + ":", "said " + code);
  }

  @Test
  void the_last_health_check_is_told_if_it_failed() {
    assertEquals(failed(7), checked("running", 0, 7).failedHealthCheck());
    assertEquals(failed(137), checked("running", 7, 137).failedHealthCheck());
    assertEquals(List.of(), checked("running", 7, 0).failedHealthCheck());
    assertEquals(List.of(), checked("running").failedHealthCheck());
  }

  @Test
  void of_a_container_that_ended_one_that_was_killed_with_it_tells_nothing() {
    assertEquals(failed(7), checked("exited", 0, 7, 137).failedHealthCheck());
    assertEquals(failed(137), checked("exited", 137).failedHealthCheck());
    assertEquals(List.of(), checked("exited", 0, 137).failedHealthCheck());
  }
}
