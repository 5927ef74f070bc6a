package io.labrun.scenario.spec;

import java.math.BigInteger;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address, read without ever asking a name server.
 *
 * @param value the address as a number
 * @param bits 32 for IPv4, 128 for IPv6
 */
public record IpAddress(BigInteger value, int bits) implements Comparable<IpAddress> {
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final Pattern ZEROS = Pattern.compile("\\b0(:0)+\\b");
  private static final int GROUPS = 8;

  /** The address, or empty if the text is none (RFC 4291 section 2.2 for IPv6, without zone). */
  public static Optional<IpAddress> parse(String text) {
    return text.contains(":") ? ipv6(text) : ipv4(text).map(value -> new IpAddress(value, 32));
  }

  private static Optional<BigInteger> ipv4(String text) {
    var matcher = IPV4.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = 1; i <= 4; i++) {
      String part = matcher.group(i);
      boolean ambiguous = part.length() > 1 && part.startsWith("0");
      if (ambiguous || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      value = value.shiftLeft(8).or(BigInteger.valueOf(Integer.parseInt(part)));
    }
    return Optional.of(value);
  }

  private static Optional<IpAddress> ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, GROUPS, true).map(value -> new IpAddress(value, 128));
    }
    String left = text.substring(0, gap);
    String right = text.substring(gap + 2);
    int before = count(left);
    int after = count(right);
    if (before + after >= GROUPS || right.contains("::")) {
      return Optional.empty();
    }
    Optional<BigInteger> high = groups(left, before, false);
    Optional<BigInteger> low = groups(right, after, true);
    return high.isEmpty() || low.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new IpAddress(high.get().shiftLeft(16 * (GROUPS - before)).or(low.get()), 128));
  }

  /** Groups between colons; an IPv4 address at the end counts as two. */
  private static int count(String text) {
    return text.isEmpty() ? 0 : text.split(":", -1).length + (text.contains(".") ? 1 : 0);
  }

  private static Optional<BigInteger> groups(String text, int wanted, boolean atEnd) {
    if (count(text) != wanted) {
      return Optional.empty();
    }
    BigInteger value = BigInteger.ZERO;
    String[] parts = wanted == 0 ? new String[0] : text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = atEnd && i == parts.length - 1;
      Optional<BigInteger> tail = last ? ipv4(parts[i]) : Optional.empty();
      if (tail.isPresent()) {
        value = value.shiftLeft(32).or(tail.get());
      } else if (GROUP.matcher(parts[i]).matches()) {
        value = value.shiftLeft(16).or(new BigInteger(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(value);
  }

  /** Orders by value; IPv4 before IPv6. */
  @Override
  public int compareTo(IpAddress other) {
    return bits != other.bits ? Integer.compare(bits, other.bits) : value.compareTo(other.value);
  }

  /** As it is usually written (RFC 5952 section 4 for IPv6). */
  @Override
  public String toString() {
    String written = bits == 32 ? parts(8, 10, ".") : parts(16, 16, ":");
    if (bits == 32) {
      return written;
    }
    Matcher zeros = ZEROS.matcher(written);
    String longest = "";
    while (zeros.find()) {
      longest = zeros.group().length() > longest.length() ? zeros.group() : longest;
    }
    return longest.isEmpty() ? written : written.replaceFirst("(^|:)" + longest + "(:|$)", "::");
  }

  private String parts(int width, int radix, String separator) {
    StringJoiner out = new StringJoiner(separator);
    BigInteger mask = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    for (int shift = bits - width; shift >= 0; shift -= width) {
      out.add(value.shiftRight(shift).and(mask).toString(radix));
    }
    return out.toString();
  }
}
