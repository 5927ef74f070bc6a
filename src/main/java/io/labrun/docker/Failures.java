package io.labrun.docker;

import com.fasterxml.jackson.core.JacksonException;
import com.github.dockerjava.api.exception.DockerException;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Turns whatever went wrong into a kind and one sentence. */
final class Failures {
  private Failures() {}

  /** A failure in the words of the port. */
  static EngineException of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EngineException known) {
        return known;
      }
      if (cause instanceof EngineReply reply) {
        return Refusal.of(reply.status(), reply.getMessage());
      }
      if (cause instanceof DockerException refused && refused.getHttpStatus() != 0) {
        return Refusal.of(refused.getHttpStatus(), withoutStatus(refused));
      }
      if (cause instanceof IOException || cause instanceof HttpException) {
        return connection(cause);
      }
    }
    return new EngineException(Kind.FAILED, "the call failed: " + failure, failure);
  }

  private static String withoutStatus(DockerException refused) {
    String prefix = "Status " + refused.getHttpStatus() + ": ";
    String message = String.valueOf(refused.getMessage());
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }

  private static EngineException connection(Throwable cause) {
    return new EngineException(Kind.UNREACHABLE, connectionWords(cause), cause);
  }

  private static String connectionWords(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no such file")) {
      return "no such file";
    }
    if (message.contains("permission denied")) {
      return "permission denied: join the group docker (usermod -aG docker NAME, then log in"
          + " again) or use sudo";
    }
    if (cause instanceof UnknownHostException) {
      return "the name " + cause.getMessage().replaceFirst(":.*", "") + " is unknown";
    }
    if (cause instanceof SSLException) {
      return "the secured connection failed: " + cause.getMessage();
    }
    if (message.contains("refused")) {
      return "connection refused: nothing listens there";
    }
    if (cause instanceof SocketTimeoutException || cause instanceof NoRouteToHostException) {
      return "no way there: " + cause.getMessage();
    }
    if (cause instanceof NoHttpResponseException) {
      return "the connection was closed without an answer";
    }
    if (cause instanceof JacksonException
        || cause instanceof HttpException
        || cause instanceof Wire.NotAnEngine) {
      return "what answers there is no Docker engine";
    }
    return broke(cause);
  }

  private static String broke(Throwable cause) {
    boolean connect = cause instanceof ConnectException;
    boolean lost = cause instanceof SocketException || cause instanceof ClosedChannelException;
    return connect
        ? "no connection: " + cause.getMessage()
        : lost
            ? "the connection to the engine broke"
            : "the connection to the engine broke: " + cause.getMessage();
  }
}
