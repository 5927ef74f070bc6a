package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Containers as a scenario describes them, looked at through the engine's own JSON. */
class ContainerIT {

  @Test
  void livesAndDies() {
    try (Lab lab = new Lab()) {
      String id = lab.sleeper("one");
      assertEquals("running", status(lab, id));
      lab.engine.start(id);
      lab.engine.pause(id);
      assertEquals("paused", status(lab, id));
      lab.engine.unpause(id);
      lab.engine.restart(id, Optional.of(java.time.Duration.ZERO));
      lab.engine.kill(id, "SIGKILL");
      lab.engine.stop(id, Optional.empty());
      assertEquals("exited", status(lab, id));
      lab.engine.removeContainer(id);
      lab.engine.removeContainer(id);
      assertEquals(
          Kind.NOT_FOUND,
          assertThrows(EngineException.class, () -> lab.engine.inspect(ObjectKind.CONTAINER, id))
              .kind());
    }
  }

  private static String status(Lab lab, String id) {
    return Json.text(Json.map(lab.engine.inspect(ObjectKind.CONTAINER, id), "State"), "Status");
  }

  @Test
  void isOnAllItsNetworksBeforeItStarts() {
    try (Lab lab = new Lab()) {
      String first = lab.network("first", "{}");
      String second = lab.network("second", "{}");
      String web =
          lab.sleeper(
              "web", Endpoint.on(first, List.of("www")), Endpoint.on(second, List.of("backend")));
      Map<String, Object> networks =
          Json.map(
              Json.map(lab.engine.inspect(ObjectKind.CONTAINER, web), "NetworkSettings"),
              "Networks");
      assertEquals(2, networks.size());
      String client = lab.sleeper("client", Endpoint.on(second, List.of()));
      assertEquals(0, lab.exec(client, "ping", "-c1", "backend").exitCode().orElseThrow());
      assertTrue(lab.exec(client, "nslookup", "www").exitCode().orElseThrow() != 0);
    }
  }
}
