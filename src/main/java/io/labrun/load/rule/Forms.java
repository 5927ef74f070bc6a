package io.labrun.load.rule;

import io.labrun.load.schema.Format;
import io.labrun.scenario.Data;
import io.labrun.scenario.spec.Durations;
import io.labrun.scenario.spec.IpAddress;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.Sizes;
import io.labrun.scenario.spec.Subnet;
import io.labrun.scenario.spec.VersionRange;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which texts have which form. */
final class Forms {
  private static final Pattern MAC = Pattern.compile("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}");

  /** {@code [HOST[:PORT]/]PATH[:TAG][@DIGEST]} (distribution specification, reference grammar). */
  private static final Pattern IMAGE =
      Pattern.compile(
          "([a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:\\d+)?/)?"
              + "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*(/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*"
              + "(:\\w[\\w.-]{0,127})?(@[a-z0-9]+:[0-9a-f]{32,})?");

  private static final List<String> HEALTH = List.of("CMD", "CMD-SHELL", "NONE");

  /** Longer texts have none of the forms, and could overflow the stack of a matcher. */
  private static final int MOST_LENGTH = 1_000;

  private Forms() {}

  /** What is wrong with a text that should have a form; empty where nothing is. */
  static Optional<String> problem(Format format, String text) {
    if (text.length() > MOST_LENGTH) {
      return Optional.of("more than " + MOST_LENGTH + " characters are not " + format.noun());
    }
    if (format == Format.REGEX) {
      return regex(text);
    }
    return isOf(format, text)
        ? Optional.empty()
        : Optional.of("`" + text + "` is not " + format.noun());
  }

  private static boolean isOf(Format format, String text) {
    return switch (format) {
      case DURATION -> Durations.parse(text).isPresent();
      case SIZE -> text.equals("-1") || Sizes.parse(text).isPresent();
      case PORT, EXPOSED_PORT, FREE_PORT -> !PortSpec.parse(text).isEmpty();
      case PUBLISHED_PORT -> publishes(text);
      case SUBNET -> Subnet.parse(text).isPresent();
      case IP -> IpAddress.parse(text).isPresent();
      case HOST_ADDRESS -> text.equals("host-gateway") || IpAddress.parse(text).isPresent();
      case IPV4 -> IpAddress.parse(text).filter(address -> address.bits() == 32).isPresent();
      case IPV6 -> IpAddress.parse(text).filter(address -> address.bits() == 128).isPresent();
      case MAC -> MAC.matcher(text).matches();
      case IMAGE -> IMAGE.matcher(text).matches();
      case AMOUNT -> isAmount(text);
      case VERSION_RANGE -> VersionRange.parse(text).isPresent();
      default -> true;
    };
  }

  private static boolean publishes(String text) {
    List<PortSpec> ports = PortSpec.parse(text);
    return !ports.isEmpty()
        && ports.get(0).hostIp().filter(ip -> IpAddress.parse(ip).isEmpty()).isEmpty();
  }

  private static boolean isAmount(String text) {
    return text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")
        || Durations.parse(text).isPresent()
        || Sizes.parse(text).isPresent();
  }

  private static Optional<String> regex(String text) {
    try {
      Pattern.compile(text);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      String why = e.getDescription().toLowerCase(Locale.ROOT);
      return Optional.of("`" + text + "` is not a regular expression: " + why);
    }
  }

  /** What is wrong with a health check's list. */
  static Optional<Diagnostic> healthTest(Data.Seq test) {
    String first = test.items().isEmpty() ? "" : Nets.written(test.items().get(0));
    if (HEALTH.contains(first)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.at(
                test.items().isEmpty() ? test.span() : test.items().get(0).span(),
                "bad-format",
                "a health test cannot begin with `" + first + "`")
            .label("write [CMD, " + first + ", ...]")
            .help(Format.HEALTH_TEST.help()));
  }
}
