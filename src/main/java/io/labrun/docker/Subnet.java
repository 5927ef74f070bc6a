package io.labrun.docker;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * A range of addresses.
 *
 * @param bits 32 or 128
 * @param first its first address
 * @param last its last address
 */
record Subnet(int bits, BigInteger first, BigInteger last) {

  /** Reads {@code 10.0.0.0/8}; empty for anything else. */
  static Optional<Subnet> parse(String cidr) {
    String[] halves = cidr.split("/", 2);
    if (halves.length < 2 || !halves[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return Optional.empty();
    }
    try {
      byte[] address = InetAddress.getByName(halves[0]).getAddress();
      return of(address, Integer.parseInt(halves[1]));
    } catch (UnknownHostException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Subnet> of(byte[] address, int prefix) {
    int bits = address.length * 8;
    if (prefix < 0 || prefix > bits) {
      return Optional.empty();
    }
    BigInteger size = BigInteger.ONE.shiftLeft(bits - prefix);
    BigInteger value = new BigInteger(1, address);
    BigInteger first = value.subtract(value.mod(size));
    return Optional.of(new Subnet(bits, first, first.add(size).subtract(BigInteger.ONE)));
  }

  boolean overlaps(Subnet other) {
    return bits == other.bits
        && first.compareTo(other.last) <= 0
        && other.first.compareTo(last) <= 0;
  }
}
