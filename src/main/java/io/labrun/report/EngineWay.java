package io.labrun.report;

import java.util.List;

/**
 * How commands that are shown get to the engine that is meant, wherever they are typed.
 *
 * @param docker options of docker, before its command
 * @param variables of the environment, as {@code NAME=value}, before labrun
 * @param labrun options of labrun, after everything else
 */
public record EngineWay(List<String> docker, List<String> variables, List<String> labrun) {

  /** The way that both take by themselves. */
  public static final EngineWay USUAL = new EngineWay(List.of(), List.of(), List.of());

  /**
   * The way to an address.
   *
   * @param url without a password
   */
  public static EngineWay host(String url) {
    return new EngineWay(List.of("-H", url), List.of(), List.of("--host", url));
  }

  /** The way to what a docker context names, with the certificates that belong to it. */
  public static EngineWay context(String name) {
    return new EngineWay(List.of("--context", name), List.of("DOCKER_CONTEXT=" + name), List.of());
  }
}
