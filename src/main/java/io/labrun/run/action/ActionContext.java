package io.labrun.run.action;

import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LocalFiles;
import io.labrun.run.lab.Probes;
import io.labrun.scenario.TextResolver;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What an action may use.
 *
 * @param lab what stands
 * @param probes tool containers; those of a container that stops or restarts must be let go
 * @param builder makes declared containers
 * @param resolver looks live values up
 * @param timeout bound of a command
 * @param folder where relative paths of the scenario start
 */
public record ActionContext(
    Lab lab,
    Probes probes,
    ContainerBuilder builder,
    TextResolver resolver,
    Duration timeout,
    Path folder) {

  /** The files that the scenario may read. */
  LocalFiles files() {
    return LocalFiles.of(lab.plan(), folder);
  }

  /** Makes a declared container, without starting it. */
  @FunctionalInterface
  public interface ContainerBuilder {
    /** Makes the container with a key as it is declared, notes in the lab that it stands. */
    String create(String key);
  }
}
