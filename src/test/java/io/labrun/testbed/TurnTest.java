package io.labrun.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.scenario.spec.HostSpec;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TurnTest {
  @Test
  void the_engine_of_hosts_is_built_before_what_came_earlier() {
    List<String> came = List.of("registry:2", "python:3-slim", HostSpec.IMAGE, "nginx");
    PriorityQueue<Turn> queue = new PriorityQueue<>();
    came.forEach(reference -> queue.add(new Turn(reference, () -> {})));
    assertEquals(
        HostSpec.IMAGE, Stream.generate(queue::poll).findFirst().orElseThrow().reference());
  }
}
