package io.labrun.run;

/** What was going on ended because somebody asked to stop. */
final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
