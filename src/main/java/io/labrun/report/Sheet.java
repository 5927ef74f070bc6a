package io.labrun.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a report is written on: lines that stay and, in a terminal, below them what moves. Not safe
 * for use by several threads.
 */
final class Sheet {
  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final LongSupplier nanos;
  private final Optional<Window> window;
  private final Optional<Screen> screen;
  private final Consumer<String> out;
  private final Moving moving;
  private final List<String> staying = new ArrayList<>();
  private long lastFrame;
  private boolean closed;

  /** Says what moves. */
  interface Moving {
    /** The lines, at most so many and so wide. */
    List<String> lines(int most, int columns);
  }

  private Sheet(LongSupplier nanos, Optional<Window> window, Consumer<String> out, Moving moving) {
    this.nanos = nanos;
    this.window = window;
    this.screen = window.map(one -> new Screen(one.out()));
    this.out = out;
    this.moving = moving;
    this.lastFrame = nanos.getAsLong() - FRAME_NANOS;
  }

  /** One on which nothing moves; {@code out} takes each line, without its end. */
  static Sheet plain(LongSupplier nanos, Consumer<String> out) {
    return new Sheet(nanos, Optional.empty(), out, (most, columns) -> List.of());
  }

  /** One in a terminal. */
  static Sheet live(LongSupplier nanos, Window window, Moving moving) {
    return new Sheet(nanos, Optional.of(window), line -> {}, moving);
  }

  /** The terminal that it is in; empty where nothing moves. */
  Optional<Window> window() {
    return window;
  }

  /** A line that stays, from the next time on that it is drawn. */
  void stay(String line) {
    staying.add(line);
  }

  /** Whether there are such that are not drawn yet. */
  boolean hasNews() {
    return !staying.isEmpty();
  }

  /** Draws if the last time is long enough ago, a tenth of a second. */
  void tick() {
    if (!closed && nanos.getAsLong() - lastFrame >= FRAME_NANOS) {
      draw();
    }
  }

  /** Draws now, never more than the terminal is high. */
  void draw() {
    lastFrame = nanos.getAsLong();
    if (screen.isPresent()) {
      screen.get().show(staying, closed ? List.of() : moving());
    } else {
      staying.forEach(out);
    }
    staying.clear();
  }

  private List<String> moving() {
    Window now = window.orElseThrow();
    return moving.lines(now.rows().getAsInt() - 1, now.columns().getAsInt());
  }

  /** Leaves the terminal as it was; may be called more than once. */
  void close() {
    closed = true;
    draw();
  }
}
