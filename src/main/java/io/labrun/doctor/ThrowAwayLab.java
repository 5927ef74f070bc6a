package io.labrun.doctor;

import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Template;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Networks and containers made only to see whether the engine can; closing removes them all.
 *
 * <p>They carry the labels of a run, so that {@code labrun clean} finds what a crash leaves.
 */
final class ThrowAwayLab implements AutoCloseable {
  /** The scenario that its labels name. */
  static final String SCENARIO = "labrun-doctor";

  private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayLab.class);
  private static final Span NOWHERE = new SourceText("labrun doctor", "").span(0, 0);

  private final Engine engine;
  private final String image;
  private final RunName run = RunName.draw(SCENARIO, new Random());
  private final Deque<Runnable> removals = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::empty, "empty the doctor's lab");
  private boolean closed;

  /** A lab without anything in it; an interrupt of the program empties it too. */
  ThrowAwayLab(Engine engine, String image) {
    this.engine = engine;
    this.image = image;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Four hex digits that no other lab has just now. */
  String id() {
    return run.id();
  }

  /** Makes a network and gives its id. */
  synchronized String network(String name, String driver, Map<String, String> options) {
    refuseIfClosed();
    NetworkSpec spec =
        new NetworkSpec(
            Optional.empty(),
            false,
            Optional.of(driver),
            options,
            List.of(),
            Optional.empty(),
            false,
            driver.equals("overlay"),
            false,
            Map.of());
    String network = engine.createNetwork(new NetworkRequest(fullName(name), labels(), spec));
    removals.push(() -> engine.removeNetwork(network));
    return network;
  }

  /** Makes a container on a network, starts it, and gives its id. */
  synchronized String container(String name, String network) {
    refuseIfClosed();
    String container =
        engine.createContainer(
            new ContainerRequest(
                fullName(name),
                labels(),
                sleeper(),
                Map.of(),
                List.of(Endpoint.on(network, List.of())),
                Map.of(),
                Map.of(),
                Path.of(".")));
    removals.push(() -> engine.removeContainer(container));
    engine.start(container);
    return container;
  }

  @Override
  public void close() {
    empty();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.debug("the program is ending already");
    }
  }

  private synchronized void empty() {
    closed = true;
    while (!removals.isEmpty()) {
      removeQuietly(removals.pop());
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new EngineException(EngineException.Kind.INTERRUPTED, "labrun was interrupted");
    }
  }

  private static void removeQuietly(Runnable removal) {
    try {
      removal.run();
    } catch (EngineException e) {
      // The rest must go all the same, and `labrun clean` finds this one by its label.
      LOG.warn("the doctor left something behind: {}", e.getMessage());
    }
  }

  /** The name of what was made under a short name. */
  String fullName(String name) {
    return run + "-" + name;
  }

  private Map<String, String> labels() {
    return Map.of(Labels.RUN, run.toString(), Labels.SCENARIO, run.scenario());
  }

  private ContainerSpec sleeper() {
    Data.Mapping body =
        Data.Mapping.of(
            List.of(
                text("image", image), text("command", "sleep 60"), text("stop_grace_period", "0s")),
            NOWHERE);
    return ContainerSpec.read(new Resource("sleeper", NOWHERE, body), TextResolver.AS_WRITTEN);
  }

  private static Data.Entry text(String key, String value) {
    return new Data.Entry(key, NOWHERE, new Data.Text(Template.literal(value), NOWHERE));
  }
}
