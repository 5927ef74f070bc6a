package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.FileResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs that overlap are drawn below each other, others beside each other. */
final class LanesTest {
  private static FileResult file(String engine, long start) {
    return FileResult.of("x.yaml", Sample.alone(true, start, engine));
  }

  @Test
  void a_run_takes_the_first_lane_of_its_engine_that_is_free() {
    // Each takes 2.6 s; the last begins when another has just ended.
    Map<String, List<List<Lanes.Bar>>> lanes =
        Lanes.of(
            Lanes.bars(
                Sample.of(
                    file("a", 3_000),
                    file("a", 0),
                    file("b", 10),
                    file("a", 100),
                    file("a", 5_600))));
    assertEquals(List.of("a", "b"), List.copyOf(lanes.keySet()));
    assertEquals(List.of(List.of(1, 0, 4), List.of(3)), indexes(lanes.get("a")));
    assertEquals(List.of(List.of(2)), indexes(lanes.get("b")));
  }

  private static List<List<Integer>> indexes(List<List<Lanes.Bar>> lanes) {
    return lanes.stream().map(lane -> lane.stream().map(Lanes.Bar::index).toList()).toList();
  }
}
