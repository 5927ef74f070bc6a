package io.labrun.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Signals of the operating system.
 *
 * <p>Java hears of them only through {@code sun.misc.Signal} (module {@code jdk.unsupported}),
 * which is called by reflection: the compiler's warning about it can't be silenced otherwise.
 */
final class Signals {
  private static final String SIGNAL = "sun.misc.Signal";
  private static final String HANDLER = "sun.misc.SignalHandler";

  private Signals() {}

  /**
   * Listens for a signal instead of ending at it.
   *
   * @param name without {@code SIG}; nothing happens where the system has no such signal
   * @param listener told the name, in a thread of its own
   * @return puts back what was before
   */
  static Runnable listen(String name, Consumer<String> listener) {
    try {
      Class<?> type = Class.forName(SIGNAL);
      Class<?> handlerType = Class.forName(HANDLER);
      Method handle = type.getMethod("handle", type, handlerType);
      Object signal = type.getConstructor(String.class).newInstance(name);
      Object handler =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(),
              new Class<?>[] {handlerType},
              (proxy, method, arguments) -> called(method, name, listener));
      Object before = handle.invoke(null, signal, handler);
      return () -> putBack(handle, signal, before);
    } catch (ReflectiveOperationException e) {
      return () -> {};
    }
  }

  private static Object called(Method method, String name, Consumer<String> listener) {
    if (method.getName().equals("handle")) {
      listener.accept(name);
    }
    return null;
  }

  private static void putBack(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
