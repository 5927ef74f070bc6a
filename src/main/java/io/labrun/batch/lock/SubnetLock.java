package io.labrun.batch.lock;

import io.labrun.scenario.spec.Subnet;
import java.util.Optional;

/**
 * A subnet of a network: an engine gives out no address twice, whatever the networks' drivers.
 *
 * @param subnet IPv4 or IPv6
 */
record SubnetLock(Subnet subnet) implements Lock {
  @Override
  public Optional<String> clash(Lock other) {
    if (!(other instanceof SubnetLock theirs) || !subnet.overlaps(theirs.subnet)) {
      return Optional.empty();
    }
    return Optional.of(
        subnet.equals(theirs.subnet)
            ? "both have the subnet " + subnet
            : "their subnets " + subnet + " and " + theirs.subnet + " overlap");
  }
}
