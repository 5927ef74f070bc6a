package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the Engine API, such as 1.41. */
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
  /** The newest that labrun is made for; a newer engine still speaks it. */
  static final ApiVersion NEWEST = new ApiVersion(1, 45);

  /** The oldest that labrun is made for (Docker 19.03). */
  static final ApiVersion OLDEST = new ApiVersion(1, 40);

  private static final Pattern FORM = Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})");

  static Optional<ApiVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    return matcher.matches()
        ? Optional.of(
            new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /**
   * The version to speak with an engine: the newest that both know.
   *
   * @param answer the engine's answer to {@code GET /version}
   * @param wanted {@code DOCKER_API_VERSION}
   * @throws EngineException of kind INCOMPATIBLE if there is none
   */
  static ApiVersion agree(Map<String, Object> answer, Optional<String> wanted) {
    ApiVersion newest = parse(Json.text(answer, "ApiVersion")).orElseThrow(ApiVersion::noVersion);
    ApiVersion oldest = parse(Json.text(answer, "MinAPIVersion")).orElse(OLDEST);
    if (wanted.isPresent()) {
      return wanted(wanted.get(), oldest, newest);
    }
    ApiVersion agreed = newest.compareTo(NEWEST) < 0 ? newest : NEWEST;
    if (agreed.compareTo(oldest) < 0 || agreed.compareTo(OLDEST) < 0) {
      throw incompatible(
          "the engine speaks API " + oldest + " to " + newest + ", and labrun " + ours());
    }
    return agreed;
  }

  private static ApiVersion wanted(String text, ApiVersion oldest, ApiVersion newest) {
    ApiVersion version =
        parse(text)
            .orElseThrow(
                () -> incompatible("DOCKER_API_VERSION is " + text + ", not a version like 1.41"));
    if (version.compareTo(oldest) < 0 || version.compareTo(newest) > 0) {
      throw incompatible(
          "DOCKER_API_VERSION is "
              + version
              + ", and the engine speaks "
              + oldest
              + " to "
              + newest);
    }
    return version;
  }

  private static String ours() {
    return OLDEST + " to " + NEWEST;
  }

  private static EngineException noVersion() {
    return new EngineException(
        EngineException.Kind.UNREACHABLE, "what answers there is no Docker engine");
  }

  private static EngineException incompatible(String message) {
    return new EngineException(EngineException.Kind.INCOMPATIBLE, message);
  }

  boolean isAtLeast(int otherMajor, int otherMinor) {
    return compareTo(new ApiVersion(otherMajor, otherMinor)) >= 0;
  }

  @Override
  public int compareTo(ApiVersion other) {
    return Comparator.comparingInt(ApiVersion::major)
        .thenComparingInt(ApiVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
