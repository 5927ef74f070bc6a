package io.labrun.run.engine;

import java.util.List;

/** No engine could be reached, and what was tried. */
public final class NoEngineException extends EngineException {
  private static final long serialVersionUID = 1L;
  private final List<String> tried;
  private final boolean named;

  /**
   * Notes that what is named makes no sense, so that nothing was tried.
   *
   * @param message why, in one sentence without a full stop
   */
  public NoEngineException(String message) {
    this(message, List.of(), true);
  }

  /**
   * Notes a search that found nothing.
   *
   * @param message why, in one sentence without a full stop
   * @param tried each place in the order of the search, in words: {@code DOCKER_HOST (not set)}
   * @param named whether a certain engine was named, and only that tried
   */
  public NoEngineException(String message, List<String> tried, boolean named) {
    super(Kind.UNREACHABLE, message);
    this.tried = List.copyOf(tried);
    this.named = named;
  }

  /** Whether a certain engine was named: another one that is started here would not be used. */
  public boolean isNamed() {
    return named;
  }

  /** Each place that was tried, in order, in words; empty if the search did not even begin. */
  public List<String> tried() {
    return tried;
  }
}
