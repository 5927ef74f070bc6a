package io.labrun.testbed;

import io.labrun.run.engine.Engine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * A real engine with something around its calls, for what no engine can be made to show: an answer
 * changed, held back or refused.
 */
public interface Around {

  /** A call as labrun makes it. */
  interface Call {
    /** What the real engine answers. */
    Object answer() throws Throwable;
  }

  /**
   * What labrun is given instead of the answer.
   *
   * @param method the name of the method of {@link Engine}
   * @param arguments its arguments; null without any
   * @param call the call itself, not yet made
   */
  Object instead(String method, Object[] arguments, Call call) throws Throwable;

  /** An engine, with that around each of its calls. */
  static Engine of(Engine engine, Around around) {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (self, method, arguments) ->
                around.instead(
                    method.getName(),
                    arguments,
                    () -> {
                      try {
                        return method.invoke(engine, arguments);
                      } catch (InvocationTargetException e) {
                        throw e.getCause();
                      }
                    }));
  }
}
