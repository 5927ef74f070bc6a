package io.labrun.own;

import io.labrun.run.engine.BuildRequest;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LayerProgress;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** An engine that gets its images from a {@link Bringer}, and does all else by itself. */
final class BringingEngine implements InvocationHandler {
  private final Engine engine;
  private final Bringer bringer;

  private BringingEngine(Engine engine, Bringer bringer) {
    this.engine = engine;
    this.bringer = bringer;
  }

  /** The engine with its bringer. */
  static Engine of(Engine engine, Bringer bringer) {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            new BringingEngine(engine, bringer));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
    switch (method.getName()) {
      case "pull":
        bringer.pull((String) given[0], cast(given[1]), cast(given[2]));
        return null;
      case "build":
        Consumer<LayerProgress> listener = cast(given[2]);
        bringer.build((BuildRequest) given[0], (InputStream) given[1], listener);
        return null;
      default:
        return engine(method, given);
    }
  }

  private Object engine(Method method, Object... given) throws Throwable {
    try {
      return method.invoke(engine, given);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The port's own signature says what it is. */
  @SuppressWarnings("unchecked")
  private static <T> T cast(Object given) {
    return (T) given;
  }
}
