package io.labrun.batch.claim;

import io.labrun.scenario.spec.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a run takes for itself.
 *
 * @param claims in the order of the scenario
 * @param memory what its containers' limits allow them together, in bytes; 0 where none is limited
 * @param exclusive whether nothing of labrun's may stand beside it on its engine
 */
public record Claims(List<Claim> claims, long memory, boolean exclusive) {
  /** Nothing is taken. */
  public static final Claims NONE = new Claims(List.of(), 0, false);

  /**
   * Why two runs can't be up at once on one engine, in words: {@code both take port 8080/tcp};
   * empty if they can. The memory is not looked at.
   */
  public Optional<String> clash(Claims other) {
    if (exclusive || other.exclusive) {
      return Optional.of(exclusive ? "it must be alone" : "that one must be alone");
    }
    return first(claims, other.claims);
  }

  /** The same of two runs on two engines. */
  public Optional<String> clashElsewhere(Claims other) {
    return first(everywhere(claims), everywhere(other.claims));
  }

  private static List<Claim> everywhere(List<Claim> claims) {
    return claims.stream().filter(Claim::isEverywhere).toList();
  }

  private static Optional<String> first(List<Claim> mine, List<Claim> theirs) {
    return mine.stream()
        .flatMap(claim -> theirs.stream().flatMap(other -> claim.clash(other).stream()))
        .findFirst();
  }

  /** The subnets among it. */
  public List<Subnet> subnets() {
    return claims.stream()
        .filter(claim -> claim instanceof SubnetClaim)
        .map(claim -> ((SubnetClaim) claim).subnet())
        .toList();
  }

  /**
   * The same, with machines that are hosts of the scenario.
   *
   * @param machines how each is reached
   */
  public Claims with(List<String> machines) {
    List<Claim> all = new ArrayList<>(claims);
    machines.forEach(url -> all.add(ThingClaim.of(ThingClaim.Kind.MACHINE, url)));
    return new Claims(List.copyOf(all), memory, exclusive);
  }
}
