package io.labrun.run.engine;

/** A call to the engine that did not succeed. */
public class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  /** Why a call failed. */
  public enum Kind {
    /** No engine answers, or the connection broke. */
    UNREACHABLE,
    /** The engine speaks no API version that we do. */
    INCOMPATIBLE,
    /** There is no such object. */
    NOT_FOUND,
    /** The name, address or port is taken, or the object is in use. */
    CONFLICT,
    /** The engine finds the request wrong. */
    BAD_REQUEST,
    /** The registry or the engine refuses: log in, or ask for the right. */
    DENIED,
    /** The registry's limit is used up. */
    RATE_LIMITED,
    /** The registry can't be reached. */
    NO_REGISTRY,
    /** The engine is no manager of a swarm, or is in none. */
    NO_MANAGER,
    /** The engine, its kernel or its plugins can't do it. */
    UNSUPPORTED,
    /** The engine's disk is full. */
    NO_SPACE,
    /** No answer within the deadline. */
    TIMEOUT,
    /** The calling thread was interrupted. */
    INTERRUPTED,
    /** Anything else; the message is the engine's. */
    FAILED
  }

  /** A failure in words that a person understands. */
  public EngineException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** A failure with its technical cause, for the log. */
  public EngineException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Why it failed. */
  public Kind kind() {
    return kind;
  }
}
