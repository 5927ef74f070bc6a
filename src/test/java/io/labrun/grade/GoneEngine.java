package io.labrun.grade;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.Limiter;
import java.lang.reflect.Proxy;

/** An engine that is gone: whatever it is asked fails, as once its machine has lost its power. */
final class GoneEngine {
  private GoneEngine() {}

  static Engine make() {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "events" -> (Engine.Subscription) () -> {};
                  case "limiter" -> limiter();
                  case "answersWithin" -> false;
                  case "breaks" -> 0;
                  default -> throw gone();
                });
  }

  private static Limiter limiter() {
    return (Limiter)
        Proxy.newProxyInstance(
            Limiter.class.getClassLoader(),
            new Class<?>[] {Limiter.class},
            (proxy, method, arguments) -> {
              throw gone();
            });
  }

  private static EngineException gone() {
    return new EngineException(EngineException.Kind.UNREACHABLE, "nobody answers");
  }
}
