package io.labrun.run.engine;

/**
 * The secrets with which engines join a swarm.
 *
 * @param worker makes an engine a worker
 * @param manager makes an engine a manager
 */
public record JoinTokens(String worker, String manager) {

  /** Without the secrets: it may get into a log. */
  @Override
  public String toString() {
    return "JoinTokens";
  }
}
