package io.labrun.grade;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.Limiter;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** An engine that is gone: whatever it is asked fails, as once its machine has lost its power. */
final class GoneEngine {
  private GoneEngine() {}

  static Engine make() {
    return with(
        () -> {
          throw gone();
        });
  }

  /** One that takes its time to add up what containers have written. */
  static Engine slow(CountDownLatch asked) {
    return with(
        () -> {
          asked.countDown();
          Thread.sleep(20_000);
          return List.of();
        });
  }

  private static Engine with(Callable<Object> limiting) {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "events" -> (Engine.Subscription) () -> {};
                  case "limiter" -> limiter(limiting);
                  case "answersWithin" -> false;
                  case "breaks" -> 0;
                  default -> throw gone();
                });
  }

  private static Limiter limiter(Callable<Object> limiting) {
    return (Limiter)
        Proxy.newProxyInstance(
            Limiter.class.getClassLoader(),
            new Class<?>[] {Limiter.class},
            (proxy, method, arguments) -> {
              try {
                return limiting.call();
              } catch (InterruptedException e) {
                throw new EngineException(EngineException.Kind.INTERRUPTED, "interrupted");
              }
            });
  }

  private static EngineException gone() {
    return new EngineException(EngineException.Kind.UNREACHABLE, "nobody answers");
  }
}
