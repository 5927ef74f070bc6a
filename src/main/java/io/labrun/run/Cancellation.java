package io.labrun.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A wish to stop, from outside: once expressed it stays. */
public final class Cancellation {
  private final List<Runnable> actions = new ArrayList<>();
  private String cause;

  /** Asks to stop; only the first cause counts. */
  public void cancel(String why) {
    List<Runnable> due;
    synchronized (this) {
      if (cause != null) {
        return;
      }
      cause = why;
      due = List.copyOf(actions);
    }
    due.forEach(Runnable::run);
  }

  /** Why to stop, such as {@code SIGINT}; empty while nobody asked. */
  public synchronized Optional<String> cause() {
    return Optional.ofNullable(cause);
  }

  /** Whether somebody asked to stop. */
  public boolean isAsked() {
    return cause().isPresent();
  }

  /** Runs something when somebody asks to stop; at once if somebody has. */
  public void onAsked(Runnable action) {
    boolean now;
    synchronized (this) {
      actions.add(action);
      now = cause != null;
    }
    if (now) {
      action.run();
    }
  }
}
