package io.labrun.event;

/** Is told what happens in a run; see {@link RunEvent} for the order. */
@FunctionalInterface
public interface RunListener {
  /** Something happened; must not block for long and must not throw. */
  void on(RunEvent event);
}
