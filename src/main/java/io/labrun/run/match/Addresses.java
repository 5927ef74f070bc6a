package io.labrun.run.match;

import java.util.List;
import java.util.Optional;

/** Operators on IP addresses. */
final class Addresses {
  private Addresses() {}

  static Judgement inSubnet(Claim claim) {
    String words = claim.words();
    Optional<Subnet> subnet = Subnet.parse(claim.wantedText().strip());
    if (subnet.isEmpty()) {
      return claim.undecided(words, Show.value(claim.wanted()) + " is no subnet");
    }
    List<?> addresses = claim.list().orElse(claim.actual() == null ? List.of() : null);
    if (addresses == null) {
      return claim.judged(isIn(subnet.get(), claim.actual()), words);
    }
    Truth truth = addresses.isEmpty() ? Truth.UNKNOWN : Truth.YES;
    for (Object address : addresses) {
      truth = truth.and(isIn(subnet.get(), address));
    }
    return claim.judged(truth, words);
  }

  /** The engine writes some addresses with the length of their prefix: 10.0.0.2/24. */
  private static Truth isIn(Subnet subnet, Object value) {
    String text = value instanceof String given ? Plain.chomp(given) : "";
    return IpAddress.parse(text)
        .or(() -> Subnet.parse(text).map(Subnet::address))
        .map(address -> Truth.of(subnet.contains(address)))
        .orElse(Truth.UNKNOWN);
  }
}
