package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.ContainerSpec.Condition;
import io.labrun.scenario.spec.Healthcheck;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a container waits for can happen: the other one is started with the rest, and has a health
 * check if it must be healthy, and is not removed before its success is seen.
 *
 * <p>A container that says nothing of a health check may have one from its image.
 */
final class DependencyRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Scenario scenario = draft.scenario();
    for (Resource container : scenario.containers().values()) {
      ContainerSpec spec = ContainerSpec.read(container, TextResolver.AS_WRITTEN);
      if (spec.start()) {
        spec.dependsOn()
            .forEach((key, condition) -> check(scenario, container, key, condition, report));
      }
    }
  }

  private static void check(
      Scenario scenario,
      Resource container,
      String key,
      Condition condition,
      Consumer<Diagnostic> report) {
    if (!scenario.containers().containsKey(key)) {
      return;
    }
    ContainerSpec other =
        ContainerSpec.read(scenario.containers().get(key), TextResolver.AS_WRITTEN);
    if (!other.start()) {
      report.accept(
          Diagnostic.at(
                  place(container, key),
                  "never-ready",
                  "`" + key + "` is not started with the others")
              .label("it has `start: false`, so `" + container.key() + "` would wait for ever"));
    } else if (condition == Condition.HEALTHY
        && other.healthcheck().filter(Healthcheck::isNone).isPresent()) {
      report.accept(
          Diagnostic.at(
                  place(container, key), "never-ready", "`" + key + "` can never become healthy")
              .label("its health check is switched off"));
    } else if (condition == Condition.COMPLETED && other.rm()) {
      report.accept(
          Diagnostic.at(
                  place(container, key),
                  "never-ready",
                  "whether `" + key + "` has succeeded cannot be known")
              .label("it has `rm: true`, so its exit code goes with it when it ends"));
    }
  }

  private static Span place(Resource container, String key) {
    Optional<Data> value = container.body().get("depends_on");
    if (value.isPresent() && value.get() instanceof Data.Mapping map) {
      return map.spanOfKey(key);
    }
    return value
        .filter(Data.Seq.class::isInstance)
        .flatMap(
            seq ->
                ((Data.Seq) seq)
                    .items().stream().filter(i -> Nets.written(i).equals(key)).findFirst())
        .map(Data::span)
        .orElse(container.keySpan());
  }
}
