package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an engine says of a network that it does not remove. */
final class NetworksTest {
  private static final EngineException REFUSAL =
      new EngineException(Kind.CONFLICT, "network n has active endpoints");

  @Test
  void a_network_without_containers_that_stays_in_use_is_a_fault_of_the_engine() {
    EngineException told =
        Networks.stillInUse(REFUSAL, Map.of("Scope", "local", "Containers", Map.of()));
    assertEquals(Kind.FAILED, told.kind());
    assertTrue(told.getMessage().startsWith("the engine counts a container on it that is gone"));
  }

  @Test
  void containers_on_it_or_on_other_nodes_of_a_swarm_are_the_reason_that_the_engine_gives() {
    Map<String, Object> containers = Map.of("0123", Map.of("Name", "web"));
    assertSame(
        REFUSAL, Networks.stillInUse(REFUSAL, Map.of("Scope", "local", "Containers", containers)));
    assertSame(
        REFUSAL, Networks.stillInUse(REFUSAL, Map.of("Scope", "swarm", "Containers", Map.of())));
  }
}
