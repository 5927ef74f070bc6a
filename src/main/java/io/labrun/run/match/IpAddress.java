package io.labrun.run.match;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address.
 *
 * @param bits its bits as a number
 * @param length how many bits: 32 or 128
 */
public record IpAddress(BigInteger bits, int length) {
  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern MAYBE_V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  /** The address that a text is; empty if it is none. Nothing is looked up. */
  public static Optional<IpAddress> parse(String text) {
    boolean v4 = V4.matcher(text).matches();
    if (!v4 && (text.length() > 45 || !MAYBE_V6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(text).getAddress();
      // Java shortens ::ffff:1.2.3.4 to its four bytes.
      int length = v4 ? 32 : 128;
      return Optional.of(new IpAddress(new BigInteger(1, bytes), length));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Whether it is an IPv4 address. */
  public boolean isV4() {
    return length == 32;
  }
}
