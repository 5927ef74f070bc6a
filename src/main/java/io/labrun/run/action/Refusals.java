package io.labrun.run.action;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import io.labrun.run.lab.ProblemException;
import java.util.List;

/** Tells an engine that says no from one that says nothing. */
final class Refusals {
  private Refusals() {}

  /**
   * Makes a call that changes something.
   *
   * @param what could not be done, if it can't: one sentence without a full stop
   * @throws ProblemException with the engine's words if it refused
   * @throws EngineException if nobody knows what was done
   */
  static void watch(String what, Runnable call) {
    try {
      call.run();
    } catch (EngineException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      Problem problem = Problem.of(what).details(List.of(e.getMessage()));
      throw ProblemException.refused(problem, e.getMessage());
    }
  }

  private static boolean isRefusal(EngineException e) {
    return switch (e.kind()) {
      case NOT_FOUND, CONFLICT, BAD_REQUEST, DENIED, NO_MANAGER, UNSUPPORTED, FAILED -> true;
      case UNREACHABLE, INCOMPATIBLE, RATE_LIMITED, NO_REGISTRY, NO_SPACE, TIMEOUT, INTERRUPTED ->
          false;
    };
  }
}
