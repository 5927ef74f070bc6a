package io.labrun.docker;

import java.util.function.Supplier;

/**
 * Goes past pooled connections that the engine has closed, by starting again, say.
 *
 * <p>docker-java switches the pool's own look at them off. "Broken pipe" means that the request
 * could not even be written, so that sending it again can't do a thing twice.
 */
final class StaleConnections {
  /** More than runs keep open. */
  private static final int MOST = 40;

  private StaleConnections() {}

  static <T> T skip(Supplier<T> call) {
    for (int i = 0; i < MOST; i++) {
      try {
        return call.get();
      } catch (RuntimeException e) {
        if (!isStale(e)) {
          throw e;
        }
      }
    }
    return call.get();
  }

  private static boolean isStale(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if ("Broken pipe".equals(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }
}
