package io.labrun.run.check;

import io.labrun.run.match.IpAddress;
import java.math.BigInteger;
import java.util.Comparator;

/** The order of addresses by their numbers: 10.0.0.9 before 10.0.0.10. */
final class AddressOrder {
  static final Comparator<String> NUMERIC =
      Comparator.comparing(AddressOrder::bits).thenComparing(Comparator.naturalOrder());

  private AddressOrder() {}

  private static BigInteger bits(String address) {
    return IpAddress.parse(address).map(IpAddress::bits).orElse(BigInteger.ZERO);
  }
}
