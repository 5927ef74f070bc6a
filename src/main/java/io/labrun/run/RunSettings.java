package io.labrun.run;

import java.nio.file.Path;
import java.util.Map;

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
 */
public record RunSettings(
    Keep keep,
    Map<String, String> labels,
    Map<String, String> environment,
    Path folder,
    EngineShare share,
    boolean offline,
    boolean snapshot) {

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
    this(keep, labels, environment, folder, new EngineShare(parallel), false, false);
  }

  /** The same, or without a registry. */
  public RunSettings offline(boolean without) {
    return new RunSettings(keep, labels, environment, folder, share, without, snapshot);
  }

  /** The same, with a look at what stands before it is removed, or without. */
  public RunSettings snapshot(boolean wanted) {
    return new RunSettings(keep, labels, environment, folder, share, offline, wanted);
  }

  /** The same, beside other runs on its engine. */
  public RunSettings sharing(EngineShare common) {
    return new RunSettings(keep, labels, environment, folder, common, offline, snapshot);
  }
}
