package io.labrun.doctor;

import io.labrun.machine.Machine;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is examined: a machine, its engine and the images that the scenarios need.
 *
 * <p>Connects to the engine when it is first asked for and keeps the connection. Safe for use by
 * several threads at once.
 */
final class Patient implements AutoCloseable {
  private final Machine machine;
  private final Supplier<Engine> connector;
  private final List<String> images;
  private final boolean offline;
  private Optional<Engine> engine = Optional.empty();
  private Optional<EngineException> trouble = Optional.empty();

  /**
   * A machine to look at.
   *
   * @param machine the machine labrun runs on
   * @param connector connects to the engine or throws an {@link EngineException}
   * @param images references of the images that the scenarios need, the probe image first
   * @param offline whether no registry may be asked
   */
  public Patient(
      Machine machine, Supplier<Engine> connector, List<String> images, boolean offline) {
    this.offline = offline;
    this.machine = machine;
    this.connector = connector;
    this.images = List.copyOf(images);
  }

  /** The machine labrun runs on. */
  public Machine machine() {
    return machine;
  }

  /** References of the images that the scenarios need, the probe image first. */
  public List<String> images() {
    return images;
  }

  /** Whether no registry may be asked. */
  public boolean isOffline() {
    return offline;
  }

  /** The engine; empty if none answers. Where none answered before, it is tried again. */
  public synchronized Optional<Engine> engine() {
    if (engine.isEmpty()) {
      try {
        Engine connected = connector.get();
        connected.facts();
        engine = Optional.of(connected);
        trouble = Optional.empty();
      } catch (EngineException e) {
        trouble = Optional.of(e);
      }
    }
    return engine;
  }

  /** Why the engine did not answer when it was last tried; empty if it did. */
  public synchronized Optional<EngineException> trouble() {
    return trouble;
  }

  @Override
  public synchronized void close() {
    engine.ifPresent(Engine::close);
  }
}
