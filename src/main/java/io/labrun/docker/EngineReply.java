package io.labrun.docker;

/** An engine's refusal of a plain request: its status and its own words. */
final class EngineReply extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  EngineReply(int status, String body) {
    super(body, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
