package io.labrun.run.action;

import java.time.Duration;

/** Durations in messages. */
public final class Spoken {
  private Spoken() {}

  /** Whole seconds as seconds, anything else in milliseconds: {@code 5 s}, {@code 250 ms}. */
  public static String of(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
