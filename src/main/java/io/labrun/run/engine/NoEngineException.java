package io.labrun.run.engine;

import java.util.List;

/** No engine could be reached, and what was tried. */
public final class NoEngineException extends EngineException {
  private static final long serialVersionUID = 1L;
  private final List<String> tried;

  /**
   * Notes a search that found nothing.
   *
   * @param message why, in one sentence without a full stop
   * @param tried each place in the order of the search, in words: {@code DOCKER_HOST (not set)}
   */
  public NoEngineException(String message, List<String> tried) {
    super(Kind.UNREACHABLE, message);
    this.tried = List.copyOf(tried);
  }

  /** Each place that was tried, in order, in words; empty if the search did not even begin. */
  public List<String> tried() {
    return tried;
  }
}
