package io.labrun.load.danger;

import io.labrun.scenario.Grant;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A place in a scenario that is dangerous to the machine that runs it.
 *
 * @param grant what a person must give for it
 * @param span the place
 * @param what what is dangerous there, a clause such as "`web` is privileged"
 */
public record Danger(Grant grant, Span span, String what) {

  /** The mistake of not asking for it, where the scenario needs all of some grants. */
  Diagnostic unasked(Collection<Grant> needed) {
    String all = needed.stream().map(Grant::word).collect(Collectors.joining(", "));
    return Diagnostic.at(span, "not-asked-for", what + ": that must be asked for")
        .label("add `" + grant.word() + "` to the grants")
        .help(
            "requires: {grants: [" + all + "]}",
            "Whoever runs the scenario then gives it, or does not.");
  }
}
