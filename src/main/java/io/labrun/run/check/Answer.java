package io.labrun.run.check;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of trying to reach an address.
 *
 * @param kind what
 * @param millis the time until the answer; empty where nothing was measured
 */
record Answer(Kind kind, OptionalDouble millis) {

  /** Kinds of answers; each says as much of the network as the probe could see. */
  enum Kind {
    ANSWERED("answered"),
    CONNECTED("connected"),
    ARRIVED("no answer, but the datagram arrived"),
    REFUSED("refused"),
    SILENT("no answer"),
    NO_ROUTE("no route there");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  static Answer of(Kind kind) {
    return new Answer(kind, OptionalDouble.empty());
  }

  boolean reached() {
    return kind.ordinal() <= Kind.ARRIVED.ordinal();
  }

  /** In words: {@code connected in 0.4 ms}. */
  String words() {
    return kind.words
        + (millis.isPresent() ? " in " + Millis.number(millis.getAsDouble()) + " ms" : "");
  }

  /** The time as a duration: {@code 0.4ms}. */
  Optional<String> latency() {
    return millis.isPresent()
        ? Optional.of(Millis.number(millis.getAsDouble()) + "ms")
        : Optional.empty();
  }
}
