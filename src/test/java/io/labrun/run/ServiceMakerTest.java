package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.run.action.ServiceChange;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ServiceRequest;
import io.labrun.run.engine.Swarm;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LiveValues;
import io.labrun.source.SourceText;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes of a service, one after another, on a swarm that has no leader for a while. */
final class ServiceMakerTest {
  private final List<ServiceRequest> asked = new ArrayList<>();
  private boolean leaderless;

  private static <T> T fake(Class<T> type, InvocationHandler does) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, does));
  }

  private Object swarm(String call, Object[] arguments) {
    switch (call) {
      case "tasks" -> {
        return List.of();
      }
      case "updateService" -> {
        asked.add((ServiceRequest) arguments[1]);
        if (leaderless) {
          throw new EngineException(EngineException.Kind.FAILED, "the swarm has no leader");
        }
        return null;
      }
      default -> throw new AssertionError(call);
    }
  }

  @Test
  void what_a_swarm_did_not_take_is_no_part_of_the_next_change() {
    Swarm swarm = fake(Swarm.class, (proxy, call, with) -> swarm(call.getName(), with));
    Map<String, Object> over = Map.of("UpdateStatus", Map.of("State", "completed"));
    Engine engine =
        fake(Engine.class, (proxy, call, with) -> call.getName().equals("swarm") ? swarm : over);
    String text =
        """
        name: lab
        requires: {grants: [swarm]}
        services: {web: {image: busybox}}
        assertions: [{name: a, tasks: {service: web}, expect: {length: 1}}]
        """;
    Plan plan =
        Planner.plan(
            new ScenarioLoader()
                .load(new SourceText("lab.yaml", text), Given.NOTHING)
                .scenario()
                .orElseThrow(),
            new RunName("lab", "0001"));
    Lab lab = new Lab(engine, plan);
    lab.services().stands("web", "id");
    ServiceMaker maker =
        new ServiceMaker(
            lab,
            new RunSettings(Keep.NEVER, Map.of(), Map.of(), Path.of("/"), 1),
            new RunLabels(plan.run(), Map.of()),
            () -> new LiveValues(lab),
            new Cancellation());
    leaderless = true;
    assertThrows(EngineException.class, () -> maker.update("web", image("busybox:other")));
    leaderless = false;
    maker.update("web", new ServiceChange(Optional.empty(), Optional.empty(), Map.of(), true));
    assertEquals(
        List.of("busybox:other", "busybox"),
        asked.stream().map(request -> request.spec().image()).toList());
  }

  private static ServiceChange image(String reference) {
    return new ServiceChange(Optional.of(reference), Optional.empty(), Map.of(), false);
  }
}
