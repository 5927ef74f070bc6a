package io.labrun.run.check;

import io.labrun.run.action.ActionContext;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Probes;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an attempt may use.
 *
 * @param lab what stands
 * @param probes tool containers beside the subjects
 * @param maker makes what is declared, for a check that tries an action
 * @param resolver looks live values up, fresh in each attempt
 * @param timeout bound of this attempt
 * @param folder where relative paths of the scenario start
 * @param assertion what the attempt is made for
 */
public record CheckContext(
    Lab lab,
    Probes probes,
    ActionContext.Maker maker,
    TextResolver resolver,
    Duration timeout,
    Path folder,
    Assertion assertion) {

  /** What the author expects; empty where the check's default counts. */
  Optional<Data> expect() {
    return assertion.expect();
  }

  /** Whether the author expects something of a field of the result. */
  boolean asksFor(String field) {
    return expect()
        .filter(data -> data instanceof Data.Mapping map && map.get(field).isPresent())
        .isPresent();
  }

  /**
   * Whether a field of the result, or one inside it, is looked at in any way: expected, compared or
   * kept.
   */
  boolean looksAt(String field) {
    Stream<String> compared =
        assertion.across().stream().flatMap(across -> across.entries().keySet().stream());
    Stream<String> kept = assertion.capture().stream().map(one -> one.field().name());
    return asksFor(field)
        || Stream.concat(compared, kept)
            .anyMatch(path -> path.equals(field) || path.startsWith(field + "."));
  }

  /** The same for an action. */
  public ActionContext forAction() {
    return new ActionContext(lab, probes, maker, resolver, timeout, folder);
  }
}
