package io.labrun.scenario.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which engine it may be: a product, comparisons with its version, such as {@code >=20.10, <28},
 * all of which must hold, or both, as in {@code podman >=4}. Comparisons alone are with Docker's.
 *
 * <p>Only the numbers of a version count: {@code 20.10.24+dfsg1} is 20.10.24. As many numbers are
 * compared as the range names: {@code =20.10} holds for 20.10.24, and {@code >20.10} does not.
 *
 * @param product {@code docker} or {@code podman}
 * @param bounds the comparisons; none if any version will do
 */
public record VersionRange(String product, List<Bound> bounds) {
  private static final Pattern FORM = Pattern.compile("\\s*(?:(docker|podman)\\b)?(.*)");
  private static final Pattern BOUND =
      Pattern.compile("\\s*(>=|>|<=|<|=)\\s*(\\d{1,6}(?:\\.\\d{1,6}){0,3})\\s*");
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})*");

  /** One comparison: a sign and the numbers of a version. */
  public record Bound(String sign, List<Integer> version) {

    private boolean holds(List<Integer> other) {
      int order = compare(other, version);
      return switch (sign) {
        case ">=" -> order >= 0;
        case ">" -> order > 0;
        case "<=" -> order <= 0;
        case "<" -> order < 0;
        default -> order == 0;
      };
    }
  }

  /** Reads a product, comparisons with commas between them, or both; empty where it is neither. */
  public static Optional<VersionRange> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean named = form.group(1) != null;
    return named && form.group(2).isBlank()
        ? Optional.of(new VersionRange(form.group(1), List.of()))
        : bounds(form.group(2)).map(all -> new VersionRange(named ? form.group(1) : "docker", all));
  }

  private static Optional<List<Bound>> bounds(String text) {
    List<Bound> bounds = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = BOUND.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      bounds.add(new Bound(matcher.group(1), numbers(matcher.group(2))));
    }
    return Optional.of(bounds);
  }

  /**
   * Whether an engine is such a one; empty where that depends on a version that does not begin with
   * a number.
   *
   * @param other {@code docker} or {@code podman}
   */
  public Optional<Boolean> contains(String other, String version) {
    if (!product.equals(other) || bounds.isEmpty()) {
      return Optional.of(product.equals(other));
    }
    Matcher matcher = NUMBERS.matcher(version);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    List<Integer> numbers = numbers(matcher.group());
    return Optional.of(bounds.stream().allMatch(bound -> bound.holds(numbers)));
  }

  private static List<Integer> numbers(String version) {
    return Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList();
  }

  /** Compares as many numbers as the second has; missing ones of the first are 0. */
  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < other.size(); i++) {
      int order = Integer.compare(i < one.size() ? one.get(i) : 0, other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
