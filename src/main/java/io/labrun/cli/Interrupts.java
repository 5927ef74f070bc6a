package io.labrun.cli;

import io.labrun.report.Display;
import io.labrun.run.Cancellation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What a wish to stop from outside does: the first one ends the run, which then removes everything;
 * the second one ends labrun and says what stands. Signals that come together are one wish: {@code
 * timeout} sends one to the program and one to its group, which the program is in.
 */
final class Interrupts implements AutoCloseable {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  /** A report may go to a pipe that nobody reads: so long it is waited for. */
  private static final long LAST_MILLIS = 5_000;

  /** Faster than a person asks twice. */
  private static final long TOGETHER_NANOS = 200_000_000;

  private final Console console;
  private final Cancellation cancellation;
  private final Display display;
  private final Supplier<List<String>> standing;
  private final Runnable atOnce;
  private final List<Runnable> undo;
  private OptionalLong asked = OptionalLong.empty();

  /**
   * Listens for signals.
   *
   * @param standing says in lines what stands and how to remove it; none while nothing was begun,
   *     as at a question
   */
  Interrupts(
      Console console,
      Cancellation cancellation,
      Display display,
      Supplier<List<String>> standing) {
    this(console, cancellation, display, standing, () -> {});
  }

  /**
   * Listens for signals.
   *
   * @param standing says in lines what stands and how to remove it; none while nothing was begun,
   *     as at a question
   * @param atOnce what is still to be done where labrun ends at once
   */
  Interrupts(
      Console console,
      Cancellation cancellation,
      Display display,
      Supplier<List<String>> standing,
      Runnable atOnce) {
    this.console = console;
    this.cancellation = cancellation;
    this.display = display;
    this.standing = standing;
    this.atOnce = atOnce;
    this.undo = SIGNALS.stream().map(name -> Signals.listen(name, this::received)).toList();
  }

  private void received(String signal) {
    received(signal, System.nanoTime());
  }

  /** One after another: the second is never taken for a first. */
  private synchronized void received(String signal, long now) {
    boolean first = !cancellation.isAsked();
    if (first) {
      asked = OptionalLong.of(now);
      if (!standing.get().isEmpty()) {
        String again = console.terminal().in() ? "; Ctrl-C again leaves it standing" : "";
        display.stopping("stopping: removing what was made" + again);
      }
      cancellation.cancel("SIG" + signal);
    } else if (asked.isEmpty() || now - asked.getAsLong() >= TOGETHER_NANOS) {
      display.close();
      doAtOnce();
      standing.get().forEach(console.err()::println);
      console.err().flush();
      console.end().accept(ExitStatus.LEFTOVERS.code());
    }
  }

  private void doAtOnce() {
    Thread last = new Thread(atOnce, "labrun-last");
    last.setDaemon(true);
    last.start();
    try {
      last.join(LAST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The status of a run that was stopped; {@code otherwise} if it was not. */
  static ExitStatus status(Cancellation cancellation, ExitStatus otherwise) {
    if (!cancellation.isAsked() || otherwise == ExitStatus.LEFTOVERS) {
      return otherwise;
    }
    boolean typed = cancellation.cause().equals(Optional.of("SIGINT"));
    return typed ? ExitStatus.INTERRUPTED : ExitStatus.TERMINATED;
  }

  @Override
  public void close() {
    undo.forEach(Runnable::run);
  }
}
