package io.labrun.testbed;

import io.labrun.event.Leftover;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import java.util.List;

/**
 * Networks that the engine keeps though nothing is on them: Docker before 28.1 counts their
 * containers, and miscounts once in thousands of times (moby #42119). Nobody can remove them until
 * the engine is started again, so they are told and not held against labrun.
 */
public final class Miscounted {
  private static final String WORDS = "the engine counts a container on it that is gone";

  private Miscounted() {}

  /** What is left for another reason. */
  public static List<Leftover> without(List<Leftover> left) {
    return left.stream().filter(one -> !told(one.name(), one.reason())).toList();
  }

  /** Whether that is why a network, which tests have left, can't be removed. */
  static boolean isKept(Engine engine, String id) {
    try {
      engine.removeNetwork(id);
      return false;
    } catch (EngineException e) {
      return told(id, e.getMessage());
    }
  }

  private static boolean told(String network, String reason) {
    boolean miscounted = reason.startsWith(WORDS);
    if (miscounted) {
      System.out.println("[WARNING] network " + network + ": " + reason);
    }
    return miscounted;
  }
}
