package io.labrun.batch;

/** What broke a batch off on one of its threads, until the batch's own thread can throw it. */
final class Breakage {
  private Throwable first;

  /** Something else than a run's own end came out of a run; only the first such counts. */
  void note(Throwable why) {
    first = first == null ? why : first;
  }

  /** Throws it, if there is any. */
  void rethrow() {
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException unchecked) {
      throw unchecked;
    }
  }
}
