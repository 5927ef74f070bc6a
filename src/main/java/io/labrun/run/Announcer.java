package io.labrun.run;

import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;

/** Hands events on one at a time, from whichever thread they come. */
final class Announcer implements RunListener {
  private final RunListener listener;

  Announcer(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void on(RunEvent event) {
    listener.on(event);
  }
}
