package io.labrun.run.require;

import io.labrun.run.engine.ContainerRequest;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.VolumeRequest;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.VolumeSpec;
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
 * Networks, volumes and containers made only to see whether the engine can; closing removes them
 * all.
 *
 * <p>They carry the labels of a run, so that {@code labrun clean} finds what a crash leaves.
 */
public final class ThrowAwayLab implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayLab.class);

  private final Engine engine;
  private final String image;
  private final String prefix;
  private final Map<String, String> labels;
  private final int number = new Random().nextInt(0x10000);
  private final Deque<Runnable> removals = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::empty, "empty a lab of trials");
  private boolean closed;

  /**
   * A lab without anything in it; the end of the program empties it too.
   *
   * @param image what its containers are made from
   * @param prefix what all full names in it begin with
   * @param labels what everything in it carries
   */
  public ThrowAwayLab(Engine engine, String image, String prefix, Map<String, String> labels) {
    this.engine = engine;
    this.image = image;
    this.prefix = prefix;
    this.labels = Map.copyOf(labels);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Four hex digits drawn by lot: good for names that must be short. */
  public String id() {
    return "%04x".formatted(number);
  }

  /** A number from 0 to 255 drawn by lot. */
  int number() {
    return number & 0xff;
  }

  /** Makes a network and gives its id. */
  public String network(String name, String driver, Map<String, String> options) {
    return network(name, driver, options, Optional.empty());
  }

  /** Makes a network with a subnet, or with one that the engine chooses, and gives its id. */
  synchronized String network(
      String name, String driver, Map<String, String> options, Optional<String> subnet) {
    refuseIfClosed();
    NetworkSpec spec =
        new NetworkSpec(
            Optional.empty(),
            false,
            Optional.of(driver),
            options,
            subnet.map(ThrowAwayLab::pool).stream().toList(),
            Optional.empty(),
            Map.of(),
            false,
            driver.equals("overlay"),
            false,
            Map.of(),
            Optional.empty(),
            true);
    String network = engine.createNetwork(new NetworkRequest(fullName(name), labels, spec));
    removals.push(() -> engine.removeNetwork(network));
    return network;
  }

  private static NetworkSpec.Pool pool(String subnet) {
    return new NetworkSpec.Pool(Optional.of(subnet), Optional.empty(), Optional.empty(), Map.of());
  }

  /** Makes a volume and gives its full name. */
  public synchronized String volume(String name, String driver) {
    refuseIfClosed();
    VolumeSpec spec =
        new VolumeSpec(
            Optional.empty(),
            false,
            Optional.of(driver),
            Map.of(),
            Map.of(),
            Optional.empty(),
            true);
    String volume = engine.createVolume(new VolumeRequest(fullName(name), labels, spec));
    removals.push(() -> engine.removeVolume(volume));
    return volume;
  }

  /** Makes a container that sleeps on a network, starts it, and gives its id. */
  public String container(String name, String network) {
    return container(name, Sleeper.of(image), List.of(Endpoint.on(network, List.of())));
  }

  /** Makes a container that sleeps, starts it, and gives its id. */
  public String container(String name, Sleeper.Wish wish) {
    return container(name, wish.on(Sleeper.of(image)), List.of());
  }

  private synchronized String container(String name, Sleeper sleeper, List<Endpoint> endpoints) {
    refuseIfClosed();
    String container =
        engine.createContainer(
            new ContainerRequest(
                fullName(name),
                labels,
                ContainerSpec.read(sleeper.toResource(), TextResolver.AS_WRITTEN),
                Map.of(),
                endpoints,
                Map.of(),
                Map.of(),
                Path.of("/")));
    removals.push(() -> engine.removeContainer(container));
    engine.start(container);
    return container;
  }

  /** The name of what was made under a short name. */
  public String fullName(String name) {
    return prefix + name;
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
      LOG.warn("a trial left something behind: {}", e.getMessage());
    }
  }
}
