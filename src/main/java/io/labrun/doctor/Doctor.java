package io.labrun.doctor;

import io.labrun.machine.Machine;
import io.labrun.run.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says what the machine lacks for running scenarios, and mends what it safely can. */
public final class Doctor {
  /** The image that probes run from, and nearly all that the scenarios need. */
  public static final String PROBE_IMAGE = "busybox";

  private static final List<DoctorCheck> CHECKS =
      List.of(
          new EngineCheck(),
          new NetworkDriverCheck("bridge"),
          new NetworkDriverCheck("macvlan"),
          new NetworkDriverCheck("ipvlan"),
          new NetworkDriverCheck("overlay"),
          new MemoryCheck(),
          new DiskCheck(),
          new ImagesCheck());

  private static final List<DoctorFix> FIXES =
      List.of(new InstallEngine(), new StartEngine(), new FetchImages());

  private final Machine machine;
  private final Supplier<Engine> connector;
  private final List<String> images;
  private final boolean offline;

  /**
   * A doctor for a machine.
   *
   * @param machine the machine labrun runs on
   * @param connector connects to the engine that labrun would use, or throws an {@code
   *     EngineException}; may be asked several times
   * @param images references of the images that the scenarios need; the first is the one that
   *     checks run in, so an empty list means {@link #PROBE_IMAGE}
   * @param offline whether no registry may be asked
   */
  public Doctor(Machine machine, Supplier<Engine> connector, List<String> images, boolean offline) {
    this.offline = offline;
    this.machine = machine;
    this.connector = connector;
    this.images = images.isEmpty() ? List.of(PROBE_IMAGE) : List.copyOf(images);
  }

  /** A doctor who may ask registries. */
  public Doctor(Machine machine, Supplier<Engine> connector, List<String> images) {
    this(machine, connector, images, false);
  }

  /**
   * Looks at everything and changes nothing: what it makes on the engine to see whether that works
   * is gone when it returns. The checks are made side by side.
   *
   * @param listener told of each finding in the order of the list, as soon as it is there
   * @return all findings, the engine's first; only that one where no engine answers
   */
  public List<Finding> examine(Consumer<Finding> listener) {
    List<Finding> all = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(CHECKS.size());
    try (Patient patient = patient()) {
      CHECKS.stream()
          .map(check -> CompletableFuture.supplyAsync(() -> check.examine(patient), threads))
          .toList()
          .forEach(
              findings -> {
                findings.join().forEach(listener);
                all.addAll(findings.join());
              });
    } finally {
      threads.shutdown();
    }
    return all;
  }

  /**
   * Mends what it safely can: installs and starts the engine and gets the images.
   *
   * @param say told of each thing in one line before it is done; never called if all is well
   * @throws FixFailedException at the first thing that is needed and does not succeed
   */
  public void mend(Consumer<String> say) {
    try (Patient patient = patient()) {
      FIXES.forEach(fix -> fix.mend(patient, say));
    }
  }

  private Patient patient() {
    return new Patient(machine, connector, images, offline);
  }
}
