package io.labrun.cli;

import io.labrun.batch.TimeLimit;
import io.labrun.scenario.spec.Durations;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time in Compose's form; it stays as it is written, for whoever tells of it. */
final class TimeConverter implements ITypeConverter<String> {
  @Override
  public String convert(String word) {
    if (Durations.parse(word).filter(time -> time.compareTo(Duration.ZERO) > 0).isEmpty()) {
      throw new TypeConversionException(
          "it takes a time such as 90s, 2m or 1h30m, not '" + word + "'");
    }
    return word;
  }

  /**
   * The limit that an option sets.
   *
   * @param option its name
   * @param written its value; null where it was not given
   */
  static Optional<TimeLimit> limit(String option, String written) {
    return Optional.ofNullable(written)
        .flatMap(Durations::parse)
        .map(time -> new TimeLimit(time, option + " " + written));
  }
}
