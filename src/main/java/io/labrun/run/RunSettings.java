package io.labrun.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a run is to be carried out.
 *
 * @param keep when to leave it standing
 * @param labels labels for everything made besides the run's and the scenario's: the owner, the
 *     file
 * @param environment labrun's own environment, for variables that a scenario passes through
 * @param folder where relative paths of the scenario start
 * @param share what it has in common with the other runs on its engine
 * @param offline whether no registry may be asked
 * @param snapshot whether to look what stands once all assertions have their verdict
 * @param limits what it may take; empty for what the scenario says
 * @param lives whether the process may be at work that an owner's label names
 */
public record RunSettings(
    Keep keep,
    Map<String, String> labels,
    Map<String, String> environment,
    Path folder,
    EngineShare share,
    boolean offline,
    boolean snapshot,
    Optional<Limits> limits,
    Predicate<String> lives) {

  /** What an engine bears well: more at once gains nothing. */
  public static final int USUAL_PARALLEL = 8;

  /**
   * A run that may ask registries.
   *
   * @param parallel how many calls to the engine may be under way at once, at least 1
   */
  public RunSettings(
      Keep keep,
      Map<String, String> labels,
      Map<String, String> environment,
      Path folder,
      int parallel) {
    this(
        keep,
        labels,
        environment,
        folder,
        new EngineShare(parallel),
        false,
        false,
        Optional.empty(),
        owner -> false);
  }

  /** The same, or without a registry. */
  public RunSettings offline(boolean without) {
    return new RunSettings(
        keep, labels, environment, folder, share, without, snapshot, limits, lives);
  }

  /** The same, with a look at what stands before it is removed, or without. */
  public RunSettings snapshot(boolean wanted) {
    return new RunSettings(
        keep, labels, environment, folder, share, offline, wanted, limits, lives);
  }

  /** The same, beside other runs on its engine. */
  public RunSettings sharing(EngineShare common) {
    return new RunSettings(
        keep, labels, environment, folder, common, offline, snapshot, limits, lives);
  }

  /** The same with another folder where relative paths start. */
  public RunSettings in(Path other) {
    return new RunSettings(
        keep, labels, environment, other, share, offline, snapshot, limits, lives);
  }

  /** The same within limits. */
  public RunSettings within(Limits most) {
    return new RunSettings(
        keep, labels, environment, folder, share, offline, snapshot, Optional.of(most), lives);
  }

  /**
   * The same beside runs of other processes.
   *
   * @param who whether the process may be at work that an owner's label names
   */
  public RunSettings beside(Predicate<String> who) {
    return new RunSettings(
        keep, labels, environment, folder, share, offline, snapshot, limits, who);
  }
}
