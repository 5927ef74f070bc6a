package io.labrun.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.labrun.docker.DockerConnector;
import io.labrun.docker.StubRegistry;
import io.labrun.docker.Surroundings;
import io.labrun.machine.LocalMachine;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.testbed.Alone;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A private engine without a user's engine: its images come from a registry, through labrun. */
@ResourceLock(Alone.PRIVATE_ENGINES)
final class WayOutIT {
  @TempDir private Path folder;

  private PrivateEngine start() {
    DockerConnector connector =
        new DockerConnector(Surroundings.of(Map.of("LANG", "C.UTF-8"), folder));
    return PrivateEngine.start(
        new PrivateEngine.Setting(
            new LocalMachine(),
            folder.resolve("labrun"),
            "nobody@here:1:1",
            socket -> connector.connect(socket, "a private engine"),
            Optional::empty));
  }

  private static Map<String, Object> image(Engine engine, String reference) {
    return engine.inspect(ObjectKind.IMAGE, reference);
  }

  @Test
  void an_image_comes_through_labrun_and_is_kept_for_the_next_engine() throws Exception {
    String host = InetAddress.getLocalHost().getHostName();
    assumeTrue(
        InetAddress.getByName(host).isLoopbackAddress(),
        "only a name that means loopback is safe here, and " + host + " does not");
    String reference;
    Object id;
    try (StubRegistry registry = new StubRegistry(3);
        PrivateEngine engine = start()) {
      reference = registry.image(host, "app:1");
      engine.engine().pull(reference, Optional.empty(), progress -> {});
      id = image(engine.engine(), reference).get("Id");
    }
    try (PrivateEngine next = start()) {
      assertEquals(id, image(next.engine(), reference).get("Id"));
      next.engine().removeImage(reference);
      assertThrows(EngineException.class, () -> image(next.engine(), reference));
    }
    try (PrivateEngine third = start()) {
      assertEquals(id, image(third.engine(), reference).get("Id"), "the cache was changed");
    }
    assertEquals(Set.of(), new EngineTraces(folder).all());
  }

  @Test
  void a_registry_that_is_not_there_is_said_to_be_so() throws Exception {
    try (PrivateEngine engine = start()) {
      EngineException e =
          assertThrows(
              EngineException.class,
              () -> engine.engine().pull("nowhere.invalid/app:1", Optional.empty(), p -> {}));
      assertTrue(e.getMessage().contains("nowhere.invalid"), e.getMessage());
    }
  }
}
