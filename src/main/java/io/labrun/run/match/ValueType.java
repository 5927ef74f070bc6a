package io.labrun.run.match;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of values that {@code type} knows; those from {@code ip} on are forms of a text. */
enum ValueType {
  TEXT("a text", String.class::isInstance),
  NUMBER("a number", Number.class::isInstance),
  INTEGER("a whole number", ValueType::isWhole),
  BOOLEAN("true or false", Boolean.class::isInstance),
  LIST("a list", List.class::isInstance),
  MAP("a map", Map.class::isInstance),
  NULL("nothing (null)", value -> value == null),
  IP("an IP address", text(text -> IpAddress.parse(text).isPresent())),
  IPV4("an IPv4 address", text(text -> IpAddress.parse(text).filter(IpAddress::isV4).isPresent())),
  IPV6("an IPv6 address", text(text -> IpAddress.parse(text).filter(ip -> !ip.isV4()).isPresent())),
  CIDR("a subnet such as 10.0.0.0/24", text(text -> Subnet.parse(text).isPresent())),
  MAC(
      "a MAC address",
      text(Pattern.compile("(?i)([0-9a-f]{2}:){5}[0-9a-f]{2}").asMatchPredicate()));

  private final String words;
  private final Predicate<Object> test;

  ValueType(String words, Predicate<Object> test) {
    this.words = words;
    this.test = test;
  }

  /** The kind that is written so; empty where a field is meant that is called {@code type}. */
  static Optional<ValueType> of(String written) {
    return Stream.of(values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(written))
        .findFirst();
  }

  String words() {
    return words;
  }

  boolean isTypeOf(Object value) {
    return test.test(value);
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long || value instanceof Integer || value instanceof BigInteger;
  }

  private static Predicate<Object> text(Predicate<String> form) {
    return value -> value instanceof String text && form.test(Plain.chomp(text));
  }
}
