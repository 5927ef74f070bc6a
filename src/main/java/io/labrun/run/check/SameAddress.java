package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Place;
import io.labrun.run.lab.Places;
import io.labrun.run.lab.ProblemException;
import java.util.List;

/**
 * Sees that two containers have one address. What the one sends to the other then reaches itself,
 * and a check would look at the wrong container. A swarm gives an address twice at times (moby
 * #41576).
 */
record SameAddress(Lab lab) {

  /**
   * Throws if {@code from} itself has the address that {@code to} has at a place, unless both are
   * in one network namespace, where that is meant.
   *
   * @param own the places of {@code from}; empty if it is no container
   */
  void mustNotBe(String from, List<Place> own, String to, Place place) {
    boolean same = own.stream().anyMatch(one -> one.address().equals(place.address()));
    if (same && !namespace(from).equals(namespace(to))) {
      throw problem(from, to, place);
    }
  }

  private String namespace(String key) {
    return Places.namespace(ContainerState.of(lab, key));
  }

  private static ProblemException problem(String from, String to, Place place) {
    return ProblemException.lasting(
        Problem.of(
                "`%s` and `%s` both have the address %s, so what `%s` sends to `%s` on `%s` reaches"
                        .formatted(
                            from, to, place.address().orElseThrow(), from, to, place.network())
                    + " `%s` itself".formatted(from))
            .help(
                "a swarm gives one address twice at times, when containers on two hosts start at"
                    + " once: let one wait for the other with `depends_on`",
                "give each an `ipv4_address` of its own"));
  }
}
