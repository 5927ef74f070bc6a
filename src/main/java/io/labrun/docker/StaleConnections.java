package io.labrun.docker;

import java.util.function.Supplier;
import org.apache.hc.core5.http.NoHttpResponseException;

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

  /**
   * The same for a call that may be made twice: through a relay a request can still be written into
   * a connection whose far end the engine has just closed, and no answer comes then.
   */
  static <T> T skipHarmless(Supplier<T> call) {
    try {
      return skip(call);
    } catch (RuntimeException e) {
      if (!isUnanswered(e)) {
        throw e;
      }
      return skip(call);
    }
  }

  private static boolean isUnanswered(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NoHttpResponseException) {
        return true;
      }
    }
    return false;
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
