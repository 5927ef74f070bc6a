package io.labrun.run.match;

import java.util.Optional;

/**
 * A subnet in CIDR form.
 *
 * @param address an address in it
 * @param prefix how many bits all its addresses share
 */
record Subnet(IpAddress address, int prefix) {

  /** The subnet that a text is; empty if it is none. */
  static Optional<Subnet> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return IpAddress.parse(text.substring(0, slash))
        .filter(address -> prefix <= address.length())
        .map(address -> new Subnet(address, prefix));
  }

  boolean contains(IpAddress other) {
    int host = address.length() - prefix;
    return other.length() == address.length()
        && other.bits().shiftRight(host).equals(address.bits().shiftRight(host));
  }
}
