package io.labrun.event;

/** Is told what happens in a batch; see {@link BatchEvent} for the order. */
@FunctionalInterface
public interface BatchListener {
  /** Something happened; called by several threads, one at a time; must not block for long. */
  void on(BatchEvent event);
}
