package io.labrun.scenario.spec;

import io.labrun.scenario.Data;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A health check (Compose Specification, {@code healthcheck}).
 *
 * @param test {@code [CMD, ...]}, {@code [CMD-SHELL, text]} or {@code [NONE]}; empty for the
 *     image's
 * @param interval pause between two checks; empty for the engine's 30 s
 * @param timeout bound of one check; empty for the engine's 30 s
 * @param retries failures in a row that make it unhealthy; empty for the engine's 3
 * @param startPeriod time in which failures do not count; empty for the engine's 0 s
 */
public record Healthcheck(
    List<String> test,
    Optional<Duration> interval,
    Optional<Duration> timeout,
    Optional<Integer> retries,
    Optional<Duration> startPeriod) {

  static Healthcheck read(View view) {
    return new Healthcheck(
        test(view),
        view.duration("interval"),
        view.duration("timeout"),
        view.whole("retries").map(Long::intValue),
        view.duration("start_period"));
  }

  private static List<String> test(View view) {
    if (view.flag("disable")) {
      return List.of("NONE");
    }
    boolean isText = view.map().get("test").filter(Data.Seq.class::isInstance).isEmpty();
    List<String> words = view.texts("test");
    return isText && !words.isEmpty() ? List.of("CMD-SHELL", words.get(0)) : words;
  }

  /** Whether it switches the image's own check off. */
  public boolean isNone() {
    return test.equals(List.of("NONE"));
  }
}
