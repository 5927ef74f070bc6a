package io.labrun.scenario.spec;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A subnet in CIDR form (RFC 4632, RFC 4291 section 2.3).
 *
 * @param written the address as written, which may have bits set beyond the prefix
 * @param prefix the length of the network part in bits
 */
public record Subnet(IpAddress written, int prefix) {

  /** The subnet, or empty if the text is none. */
  public static Optional<Subnet> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("0|[1-9]\\d{0,2}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return IpAddress.parse(text.substring(0, slash))
        .filter(address -> prefix <= address.bits())
        .map(address -> new Subnet(address, prefix));
  }

  /** Its first address, which names the network. */
  public IpAddress first() {
    BigInteger network = written.value().shiftRight(hostBits()).shiftLeft(hostBits());
    return new IpAddress(network, written.bits());
  }

  /** Its last address, which is the broadcast address in IPv4. */
  public IpAddress last() {
    BigInteger hosts = BigInteger.ONE.shiftLeft(hostBits()).subtract(BigInteger.ONE);
    return new IpAddress(first().value().or(hosts), written.bits());
  }

  /**
   * Whether bits are set beyond the prefix, so that the text is an address rather than a subnet.
   */
  public boolean hasHostBits() {
    return written.compareTo(first()) != 0;
  }

  /** Whether an address lies in it. */
  public boolean contains(IpAddress address) {
    return address.bits() == written.bits()
        && first().compareTo(address) <= 0
        && address.compareTo(last()) <= 0;
  }

  /** Whether it lies in this one wholly. */
  public boolean contains(Subnet other) {
    return contains(other.first()) && contains(other.last());
  }

  /** Whether they have an address in common. */
  public boolean overlaps(Subnet other) {
    return contains(other.first()) || other.contains(first());
  }

  private int hostBits() {
    return written.bits() - prefix;
  }

  /** In CIDR form, without bits beyond the prefix. */
  @Override
  public String toString() {
    return first() + "/" + prefix;
  }
}
