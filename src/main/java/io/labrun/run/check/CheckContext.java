package io.labrun.run.check;

import io.labrun.run.action.ActionContext;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Probes;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an attempt may use.
 *
 * @param lab what stands
 * @param probes tool containers beside the subjects
 * @param builder makes declared containers, for a check that tries an action
 * @param resolver looks live values up, fresh in each attempt
 * @param timeout bound of this attempt
 * @param folder where relative paths of the scenario start
 * @param expect what the author expects; empty where the check's default counts
 */
public record CheckContext(
    Lab lab,
    Probes probes,
    ActionContext.ContainerBuilder builder,
    TextResolver resolver,
    Duration timeout,
    Path folder,
    Optional<Data> expect) {

  /** Whether the author expects something of a field of the result. */
  boolean asksFor(String field) {
    return expect
        .filter(data -> data instanceof Data.Mapping map && map.get(field).isPresent())
        .isPresent();
  }

  /** The same for an action. */
  public ActionContext forAction() {
    return new ActionContext(lab, probes, builder, resolver, timeout, folder);
  }
}
