package io.labrun.lessons;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Product;
import io.labrun.testbed.Around;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A real engine that calls itself Docker Desktop: no engine on Linux can be made to say so. Only
 * its name and its kernel's are put on; whatever it does, it does.
 */
final class DesktopEngine {
  private static final String NAME = "Docker Desktop";
  private static final String KERNEL = "6.6.87-linuxkit";

  private DesktopEngine() {}

  static Engine over(Engine engine) {
    return Around.of(
        engine,
        (method, arguments, call) -> {
          Object answer = call.answer();
          boolean info = method.equals("inspect") && arguments[0] == ObjectKind.ENGINE;
          return info
              ? renamed((Map<?, ?>) answer)
              : answer instanceof EngineFacts facts ? renamed(facts) : answer;
        });
  }

  private static Map<Object, Object> renamed(Map<?, ?> info) {
    Map<Object, Object> out = new LinkedHashMap<>(info);
    out.put("OperatingSystem", NAME);
    out.put("KernelVersion", KERNEL);
    return out;
  }

  private static EngineFacts renamed(EngineFacts facts) {
    return new EngineFacts(
        facts.address(),
        facts.addressFrom(),
        Product.DESKTOP,
        facts.version(),
        facts.apiVersion(),
        NAME,
        facts.osType(),
        KERNEL,
        facts.architecture(),
        facts.cpus(),
        facts.memory(),
        facts.root(),
        facts.storageDriver(),
        facts.networkDrivers(),
        facts.volumeDrivers(),
        facts.swarm());
  }
}
